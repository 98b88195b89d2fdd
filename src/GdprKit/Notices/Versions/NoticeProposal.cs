using GdprKit.Notices;

namespace GdprKit;

/// <summary>What would be published for an audience today: the texts of the register, and what is new in them.</summary>
/// <remarks>Immutable. Safe for use by several threads.</remarks>
public sealed class NoticeProposal
{
    internal NoticeProposal(NoticeAudience audience, NoticeVersion? before, ValueList<PrivacyNotice> notices, ValueList<RegisterChange> changes, bool isEmpty)
    {
        (Audience, Before, Notices, Changes, IsEmpty) = (audience, before, notices, changes, isEmpty);
        Digest = NoticeManifest.Of(audience, notices[0].RegisterHash, Texts, before?.Digest).Digest;
    }

    /// <summary>The digest that the version would have; what is published is compared with it, so that nobody publishes what was not seen.</summary>
    public Digest Digest { get; }

    /// <summary>For whom.</summary>
    public NoticeAudience Audience { get; }

    /// <summary>The version published last, with which it is compared; <see langword="null"/> when none was.</summary>
    public NoticeVersion? Before { get; }

    /// <summary>The texts, one in every language of the register.</summary>
    public ValueList<PrivacyNotice> Notices { get; }

    /// <summary>What changed in the register that concerns the audience; empty for a first version.</summary>
    public ValueList<RegisterChange> Changes { get; }

    /// <summary>Whether there is nothing to publish: the texts say what the last version says.</summary>
    public bool IsEmpty { get; }

    /// <summary>
    /// What the declarations say of it: material for a first version or when at least one change is. What they cannot say, such as that other
    /// words mean something else, an operator must.
    /// </summary>
    public ChangeSignificance Significance => Before is null || Changes.Any(change => change.Significance is not ChangeSignificance.Editorial)
        ? ChangeSignificance.Material
        : ChangeSignificance.Editorial;

    /// <summary>What is new in plain words, as a start for what an operator writes; in Dutch and English as far as the register has them.</summary>
    public LocalizedText Summary => ProposedSummary.Of(this);

    internal IEnumerable<NoticeText> Texts => Notices.Select(notice => new NoticeText(notice.Language, notice.Digest));

    /// <summary>The number of changes.</summary>
    public override string ToString() => $"{Significance}, {Changes.Count} changes";
}
