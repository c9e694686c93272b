/** Events in files: the recording format, files of bare events, CSV by mapping, and labels. */
package dev.kilter.tools.recording;
