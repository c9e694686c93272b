/** A broker, ZooKeeper, job managers and task managers, each a process of its own. */
package dev.kilter.rig.cluster;
