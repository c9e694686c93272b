/** The pipeline file as records, checked whole before anything is built from it. */
package dev.kilter.job.config;
