using GdprKit.Ledger;
using GdprKit.Samples.Crm.Localization;

namespace GdprKit.Samples.Crm.Privacy;

/// <summary>Whether the log still is what was recorded, for a reader.</summary>
/// <param name="Stage">How it stands with the verification.</param>
/// <param name="Progress">How far the one has come that runs.</param>
/// <param name="Last">What came of the last one; <see langword="null"/> before the first.</param>
/// <param name="Verifier">What verifies the signature of a checkpoint; <see langword="null"/> while none is signed.</param>
public sealed record LogProof(VerificationStage Stage, VerificationProgress Progress, VerificationReport? Last, string? Verifier)
{
    private const int Most = 20;

    private static VerificationWording Words => VerificationWording.In(Language.OfReader);

    public bool IsBusy => Stage is VerificationStage.Asked or VerificationStage.Running;

    /// <summary>What came of the last one, in a sentence.</summary>
    public string? Summary => Last is { } report ? Words.Summary(report) : null;

    /// <summary>When it began, in the time of the shop.</summary>
    public DateTime? At => Last is { } report ? ShopCalendar.At(report.At).ToDateTimeUnspecified() : null;

    /// <summary>How the copy outside of the database stood then, and what to do where something has to be done.</summary>
    public string? Mirror => Last is { Mirror.State: var state } ? $"{Words.Sentence(state)} {Words.Remedy(state)}".TrimEnd() : null;

    /// <summary>What does not fit, the lowest position first, with what to do.</summary>
    public IReadOnlyList<(string Sentence, string Remedy)> Findings =>
        Last is { } report ? [.. report.Findings.Take(Most).Select(finding => (Words.Tell(finding), Words.Remedy(finding.Fault)))] : [];
}
