package org.pchat.restore;

import org.jspecify.annotations.Nullable;
import org.pchat.model.ChatSource;
import org.pchat.model.Watch;
import org.pchat.select.SelectionRequest;

/**
 * What a package is to be made of.
 *
 * @param from what holds the content
 * @param missingIn a later state; only what it has lost is carried; null carries what is selected
 * @param onto where the package is to go; null if nobody said
 * @param selection which rooms, authors and times
 * @param shape in which shape
 * @param mapping what gets another name
 * @param list only things that this list names; null for all
 * @param pool the full name of the pool, for cmdlets; null if unknown
 * @param watch stops the job
 */
public record PackageRequest(
    ChatSource from,
    @Nullable ChatSource missingIn,
    @Nullable ChatSource onto,
    SelectionRequest selection,
    Shape shape,
    Mapping mapping,
    @Nullable ThingList list,
    @Nullable String pool,
    Watch watch) {}
