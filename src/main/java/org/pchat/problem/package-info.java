/**
 * What can be wrong and where: codes, severities, places, the log that collects findings, and the
 * exceptions that end a job.
 *
 * <p>Imports nothing of ours. Start with {@link org.pchat.problem.Problem}.
 */
@NullMarked
package org.pchat.problem;

import org.jspecify.annotations.NullMarked;
