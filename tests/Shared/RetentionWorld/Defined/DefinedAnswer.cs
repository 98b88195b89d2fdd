using NodaTime;

namespace GdprKit.RetentionWorld;

/// <summary>What somebody answered to an activity.</summary>
/// <param name="Person">Who.</param>
/// <param name="Activity">To what.</param>
/// <param name="IsObjection">Whether it is an objection; else an answer to the question for consent.</param>
/// <param name="Word">What it came to: <c>given</c>, <c>withdrawn</c>, <c>upheld</c>.</param>
/// <param name="Since">Since which day.</param>
/// <param name="EndsOn">On which day it ends by itself; <see langword="null"/> when it does not.</param>
/// <param name="IsNewer">Whether a program wrote it that is newer than this one.</param>
public sealed record DefinedAnswer(SubjectId Person, Key<ProcessingActivity> Activity, bool IsObjection, string Word, LocalDate Since, LocalDate? EndsOn, bool IsNewer);
