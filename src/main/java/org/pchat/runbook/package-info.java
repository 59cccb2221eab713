/**
 * Runbooks: the steps of a failover, failback, restore or decommission for the user's own servers.
 *
 * <p>May use documents, XML and the ground floor. Start at {@link org.pchat.runbook.Runbook}.
 */
@NullMarked
package org.pchat.runbook;

import org.jspecify.annotations.NullMarked;
