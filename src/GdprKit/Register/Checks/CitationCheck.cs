namespace GdprKit;

/// <summary>Where a law can be read is a web address, and whose law it is a country.</summary>
internal static class CitationCheck
{
    public static IEnumerable<RegisterFault> Find(RegisterDeclarations register) => DeclaredCitation.AllOf(register).SelectMany(Find);

    private static IEnumerable<RegisterFault> Find(DeclaredCitation declared)
    {
        if (declared.Citation.Url is { } url && !WebAddress.IsComplete(url))
        {
            yield return RegisterFaults.MalformedUrl($"{declared.Path}/url", url.OriginalString);
        }

        if (declared.Citation.Jurisdiction is { } country && country == default)
        {
            yield return RegisterFaults.CountryMissing($"{declared.Path}/jurisdiction", declared.What, "new Citation(text, url, jurisdiction)");
        }
    }
}
