/**
 * Words to work and back: commands, text and JSON printers, exit codes, terminal safety, progress.
 *
 * <p>May use every room; nobody may use it. It never works itself: it opens sources, hands them to
 * the rooms below and prints what comes back. picocli and the progress bar live here and nowhere
 * else. Start with {@link org.pchat.cli.Main}.
 */
@NullMarked
package org.pchat.cli;

import org.jspecify.annotations.NullMarked;
