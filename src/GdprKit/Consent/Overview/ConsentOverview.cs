using GdprKit.Consent;
using GdprKit.Documents;
using NodaTime;

namespace GdprKit;

/// <summary>How many people agreed to what, today and over the last months; numbers only. Made by <see cref="Consents.OverviewAsync"/>.</summary>
/// <remarks>
/// Counted from the state in which each consent is now, not from everything that ever happened: who agreed, took it back and agreed again is
/// one person, and counts where they stand. Immutable, compared by value. Safe for use by several threads.
/// </remarks>
public sealed record ConsentOverview
{
    private readonly ProcessingRegister _register;

    internal ConsentOverview(ProcessingRegister register, Instant countedAt, ValueList<TopicOverview> topics, long undeclared) =>
        (_register, CountedAt, Topics, Undeclared) = (register, countedAt, topics, undeclared);

    /// <summary>When the counting began. Others go on meanwhile, so what they record in that moment can be in one number and not yet in another.</summary>
    public Instant CountedAt { get; }

    /// <summary>What the register asks people, in its order; an activity that is asked for each channel apart has one for each.</summary>
    public ValueList<TopicOverview> Topics { get; }

    /// <summary>How many consents are about what the register does not ask any more.</summary>
    public long Undeclared { get; }

    /// <summary>The overview as a text for people, with charts that are tables too.</summary>
    /// <param name="language">One of the languages of the register.</param>
    /// <exception cref="NotSupportedException">GDPR1020: the language is neither Dutch nor English.</exception>
    public Document ToDocument(Language language) => new OverviewDocument(this, _register, language).Write();
}
