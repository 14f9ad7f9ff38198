/** How the coach's schema came to be, one class a change. A class that was applied somewhere is never edited. */
@NullMarked
package dev.mhc.coach.migrations;

import org.jspecify.annotations.NullMarked;
