namespace GdprKit;

/// <summary>Declares what is not ordinary about a category of personal data.</summary>
public sealed class DataCategoryBuilder
{
    private readonly BuilderScope _scope;
    private DataCategory _category;

    internal DataCategoryBuilder(BuilderScope scope, Key<DataCategory> key, LocalizedText label)
    {
        _scope = scope;
        _category = new DataCategory { Key = key, Label = label, Sensitivity = DataSensitivity.Ordinary };
    }

    /// <summary>What exactly it holds.</summary>
    /// <param name="nl">One sentence in Dutch.</param>
    /// <param name="en">One sentence in English.</param>
    public DataCategoryBuilder Description(string? nl = null, string? en = null)
    {
        _category = _category with { Description = LocalizedText.OfGiven(nl, en) };
        return this;
    }

    /// <summary>It is a special category (Art. 9): every activity that uses it needs a condition of Art. 9(2).</summary>
    public DataCategoryBuilder Special() => Protected(DataSensitivity.Special, law: null);

    /// <summary>It is about criminal convictions or offences (Art. 10).</summary>
    /// <param name="law">The law that allows its use: <c>art. 33 UAVG</c>.</param>
    /// <param name="country">The two-letter code of the country whose law it is.</param>
    /// <param name="url">Where the law can be read.</param>
    public DataCategoryBuilder CriminalOffence(string law, string? country = null, string? url = null) =>
        Protected(DataSensitivity.CriminalOffence, _scope.Citation(law, country, url, "law"));

    /// <summary>It is a national identification number (Art. 87), in the Netherlands the BSN (art. 46 UAVG).</summary>
    /// <param name="law">The law that prescribes its use: <c>art. 28 Wet op de loonbelasting 1964</c>.</param>
    /// <param name="country">The two-letter code of the country whose law it is.</param>
    /// <param name="url">Where the law can be read.</param>
    public DataCategoryBuilder NationalNumber(string law, string? country = null, string? url = null) =>
        Protected(DataSensitivity.NationalNumber, _scope.Citation(law, country, url, "law"));

    /// <summary>The term of the W3C Data Privacy Vocabulary.</summary>
    /// <param name="term">A kind of personal data: <c>pd:EmailAddress</c>.</param>
    public DataCategoryBuilder Term(string term)
    {
        _category = _category with { Term = _scope.Term(term) };
        return this;
    }

    internal DataCategory Build() => _category;

    // A second call would take away the protection of the first without a word.
    private DataCategoryBuilder Protected(DataSensitivity sensitivity, Citation? law)
    {
        if (_category.Sensitivity is not DataSensitivity.Ordinary)
        {
            _scope.Report(RegisterFaults.PartDeclaredTwice($"{_scope.Path}/sensitivity", "sensitivity"));
        }

        _category = _category with { Sensitivity = sensitivity, Law = law };
        return this;
    }
}
