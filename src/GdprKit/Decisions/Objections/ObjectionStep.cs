using NodaTime;

namespace GdprKit.Decisions;

/// <summary>The facts of every entry about an objection; what happened is the type of the entry, against what is the key of its stream.</summary>
/// <param name="At">When it happened, which can lie before it was recorded: a letter is read later.</param>
public sealed record ObjectionStep(Instant At);
