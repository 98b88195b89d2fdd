namespace GdprKit.Register;

/// <summary>How consent is asked, proven and bounded.</summary>
internal static class ConsentTermsJson
{
    public static ConsentTerms Read(JsonObjectReader from) => new()
    {
        ValidFor = from.Period("validFor"),
        DoubleOptIn = from.Choices<MarketingChannel>("doubleOptIn"),
        PerChannel = from.Flag("perChannel") ?? false,
        Question = from.Localized("question"),
    };

    public static void Write(JsonObjectWriter to, ConsentTerms terms)
    {
        if (terms.ValidFor is { } period)
        {
            to.Period("validFor", period);
        }

        to.Choices("doubleOptIn", terms.DoubleOptIn);
        to.Flag("perChannel", terms.PerChannel);
        to.Localized("question", terms.Question);
    }
}
