/** What every part of Kilter shares: how it speaks to the person who made a mistake. */
package dev.kilter;
