using NodaTime;

namespace GdprKit.Samples.Crm.Links;

/// <summary>What a link in a mail carries. It names nobody: a ref leads to a person only as long as their data are kept.</summary>
/// <param name="Purpose">What it is for.</param>
/// <param name="Person">Whom it is about. A number of a customer would be somebody else's once it is issued again.</param>
/// <param name="Until">From when it opens nothing any more.</param>
public sealed record SignedLink(LinkPurpose Purpose, SubjectRef Person, Instant Until)
{
    /// <summary>What was agreed to, where the link is about that only.</summary>
    public ConsentTopic? Topic { get; init; }

    /// <summary>The digest of the address that it was sent to, where only who reads mail there may use it: <see cref="SignedLinks.DigestOf"/>.</summary>
    public Digest? SentTo { get; init; }

    /// <summary>What it is for; the rest is withheld.</summary>
    public override string ToString() => Purpose.ToString();
}
