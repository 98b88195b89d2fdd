namespace GdprKit.Samples.Crm.Links;

/// <summary>What came of reading a link.</summary>
public abstract record LinkReading
{
    private LinkReading()
    {
    }

    /// <summary>It is ours, and in time.</summary>
    /// <param name="Link">What it carries.</param>
    public sealed record Valid(SignedLink Link) : LinkReading;

    /// <summary>It is ours, and too old: who follows it can be told what to do, and nothing is done.</summary>
    /// <param name="Link">What it carries.</param>
    public sealed record Expired(SignedLink Link) : LinkReading;

    /// <summary>It was changed, cut off, made for something else or by somebody else, or there is none.</summary>
    public sealed record NotOurs : LinkReading;
}
