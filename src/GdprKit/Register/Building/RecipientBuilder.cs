namespace GdprKit;

/// <summary>Declares a named party that receives data.</summary>
public sealed class RecipientBuilder
{
    private readonly BuilderScope _scope;
    private readonly List<Transfer> _transfers = [];
    private Recipient _recipient;

    internal RecipientBuilder(BuilderScope scope, Key<Recipient> key)
    {
        _scope = scope;
        _recipient = new Recipient { Key = key, Name = "", Role = RecipientRole.Unspecified, Task = LocalizedText.Empty, Country = default };
    }

    /// <summary>The name of the party.</summary>
    /// <param name="name">The name.</param>
    public RecipientBuilder Name(string name)
    {
        _recipient = _recipient with { Name = name };
        return this;
    }

    /// <summary>It works for the controller under its instructions (Art. 28).</summary>
    public RecipientBuilder Processor() => Role(RecipientRole.Processor);

    /// <summary>It decides together with the controller (Art. 26).</summary>
    public RecipientBuilder JointController() => Role(RecipientRole.JointController);

    /// <summary>It decides for itself what it does with the data: an authority, a carrier, a bank.</summary>
    public RecipientBuilder Controller() => Role(RecipientRole.Controller);

    /// <summary>What it gets the data for.</summary>
    /// <param name="nl">A few words in Dutch: "verstuurt onze nieuwsbrief".</param>
    /// <param name="en">A few words in English: "sends our newsletter".</param>
    public RecipientBuilder Task(string? nl = null, string? en = null)
    {
        _recipient = _recipient with { Task = LocalizedText.OfGiven(nl, en) };
        return this;
    }

    /// <summary>Where it is established.</summary>
    /// <param name="code">The two-letter code of the country (ISO 3166-1).</param>
    public RecipientBuilder Country(string code)
    {
        _recipient = _recipient with { Country = _scope.Country(code) };
        return this;
    }

    /// <summary>Data go to a country outside the European Economic Area (Art. 44).</summary>
    /// <param name="country">The two-letter code of the country.</param>
    /// <param name="safeguard">What protects the data there.</param>
    /// <param name="assessment">Where the transfer impact assessment is kept.</param>
    public RecipientBuilder TransfersTo(string country, TransferSafeguard safeguard, string? assessment = null)
    {
        var code = _scope.Country(country, $"transfers/{_transfers.Count}/country");
        _transfers.Add(new Transfer { Country = code, Safeguard = safeguard, Assessment = assessment });
        return this;
    }

    /// <summary>Data go to an international organisation (Art. 4(26), 44).</summary>
    /// <param name="name">The name of the organisation.</param>
    /// <param name="safeguard">What protects the data there.</param>
    /// <param name="assessment">Where the transfer impact assessment is kept.</param>
    public RecipientBuilder TransfersToOrganisation(string name, TransferSafeguard safeguard, string? assessment = null)
    {
        _transfers.Add(new Transfer { Organisation = name, Safeguard = safeguard, Assessment = assessment });
        return this;
    }

    internal Recipient Build() => _recipient with { Transfers = _transfers.ToValueList() };

    private RecipientBuilder Role(RecipientRole role)
    {
        _recipient = _recipient with { Role = role };
        return this;
    }
}
