/** From the alerts of many entities to one message about all of them. */
package dev.kilter.alert.group;
