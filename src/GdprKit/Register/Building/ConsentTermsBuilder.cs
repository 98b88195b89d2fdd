using NodaTime;

namespace GdprKit;

/// <summary>Declares how consent to one activity is asked, proven and bounded.</summary>
public sealed class ConsentTermsBuilder
{
    private ConsentTerms _terms = new();

    internal ConsentTermsBuilder()
    {
    }

    /// <summary>Consent expires so long after it was given.</summary>
    /// <param name="period">A period of whole days or longer.</param>
    public ConsentTermsBuilder ValidFor(Period period) => With(_terms with { ValidFor = period });

    /// <summary>People confirm over these channels that the address is theirs, before it is used.</summary>
    /// <param name="channels">Channels of the activity's direct marketing.</param>
    public ConsentTermsBuilder DoubleOptIn(params ReadOnlySpan<MarketingChannel> channels) =>
        With(_terms with { DoubleOptIn = [.. _terms.DoubleOptIn, .. channels] });

    /// <summary>People agree to each marketing channel apart.</summary>
    public ConsentTermsBuilder PerChannel() => With(_terms with { PerChannel = true });

    /// <summary>The exact words beside the box that people tick.</summary>
    /// <param name="nl">In Dutch: "Ja, stuur mij elke maand de nieuwsbrief."</param>
    /// <param name="en">In English: "Yes, send me the newsletter every month."</param>
    public ConsentTermsBuilder Question(string? nl = null, string? en = null) => With(_terms with { Question = LocalizedText.OfGiven(nl, en) });

    internal ConsentTerms Build() => _terms;

    private ConsentTermsBuilder With(ConsentTerms terms)
    {
        _terms = terms;
        return this;
    }
}
