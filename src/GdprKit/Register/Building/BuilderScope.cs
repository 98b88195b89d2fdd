namespace GdprKit;

/// <summary>
/// Where a builder stands in the register, and where it reports what it cannot understand. Builders never throw for what a
/// developer declares: all faults are told together when the register is built.
/// </summary>
internal sealed class BuilderScope(string path, ICollection<RegisterFault> faults)
{
    public string Path { get; } = path;

    public BuilderScope At(string property) => new($"{Path}/{property}", faults);

    public void Report(RegisterFault fault) => faults.Add(fault);

    public DpvTerm? Term(string? text, string property = "term")
    {
        if (text is null)
        {
            return null;
        }

        if (DpvTerm.TryParse(text, out var term, out var fault))
        {
            return term;
        }

        Report(RegisterFaults.UnknownTerm($"{Path}/{property}", fault));
        return null;
    }

    public CountryCode Country(string text, string property = "country")
    {
        if (!CountryCode.TryParse(text, out var country))
        {
            Report(RegisterFaults.UnknownCountry($"{Path}/{property}", text));
        }

        return country;
    }

    public Uri? Url(string? text, string property) => Address(text, property, WebAddress.Parse, RegisterFaults.MalformedUrl);

    public Uri? Page(string? text, string property) => Address(text, property, WebAddress.ParsePage, RegisterFaults.MalformedPage);

    public Citation Citation(string text, string? country, string? url, string property) =>
        new(text, At(property).Url(url, "url"), country is null ? null : At(property).Country(country, "jurisdiction"));

    private Uri? Address(string? text, string property, Func<string, Uri?> parse, Func<string, string, RegisterFault> malformed)
    {
        if (text is null)
        {
            return null;
        }

        var address = parse(text);
        if (address is null)
        {
            Report(malformed($"{Path}/{property}", text));
        }

        return address;
    }
}
