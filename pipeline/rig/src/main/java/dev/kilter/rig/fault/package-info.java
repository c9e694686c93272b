/** What is done to a pipeline that runs. */
package dev.kilter.rig.fault;
