using NodaTime;

namespace GdprKit.Decisions;

/// <summary>What an activity needs, and what that rests on.</summary>
/// <param name="Need">The need.</param>
/// <param name="Notices">The streams of the notices with their versions.</param>
/// <param name="GoodUntil">Until when it may be remembered.</param>
internal readonly record struct FoundNeed(TellingNeed Need, ValueList<StreamVersion> Notices, Instant GoodUntil);
