using System.Text;
using CsCheck;

namespace GdprKit.Register;

public sealed class DpvTermTests
{
    private static readonly IReadOnlyCollection<DpvTerm> All = DpvVocabulary.Current.Terms;

    private static readonly DpvTerm[] LongNames = [.. All.Where(term => term.Name.Length > 8)];

    [Fact]
    public void The_vocabulary_holds_the_1108_published_terms_with_their_labels()
    {
        // Taken from the published files, not from the one in the assembly: "IRI label" per line, in ordinal order of the IRIs.
        const string Published = "831c166c9e59ebf9ee14c9ba612d83dadc7984b43b7503cc6cc001d333e90012";

        var lines = All.OrderBy(term => term.Iri, StringComparer.Ordinal).Select(term => $"{term.Iri} {term.Label}");

        All.Should().HaveCount(1108);
        Digest.Of(Encoding.UTF8.GetBytes(string.Join('\n', lines))).ToString().Should().Be(Published);
    }

    [Fact]
    public void Every_term_is_read_from_its_prefixed_name_and_from_its_IRI() => All.Should().AllSatisfy(term =>
    {
        DpvTerm.Parse(term.ToString()).Should().BeSameAs(term);
        DpvTerm.Parse(term.Iri).Should().BeSameAs(term);
        term.ToString().Should().Be($"{term.Prefix}:{term.Name}");
        term.Iri.Should().StartWith("https://w3id.org/dpv").And.EndWith($"#{term.Name}");
    });

    [Fact]
    public void A_term_says_its_parts_its_IRI_and_its_label()
    {
        var term = DpvTerm.Parse("eu-gdpr:A6-1-f");

        term.Prefix.Should().Be("eu-gdpr");
        term.Name.Should().Be("A6-1-f");
        term.Iri.Should().Be("https://w3id.org/dpv/legal/eu/gdpr#A6-1-f");
        term.Label.Should().Be("Art 6(1-f) legitimate interest");
        $"{term}".Should().Be("eu-gdpr:A6-1-f");
    }

    [Fact]
    public void As_many_terms_are_of_each_kind_as_published()
    {
        All.Count(term => term.IsPersonalData).Should().Be(247);
        All.Count(term => term.IsPurpose).Should().Be(122);
        // Beside these, DPV sets the purpose dpv:RightsFulfilment below dpv:LegalObligation.
        All.Count(term => term.IsLegalBasis).Should().Be(48);
        All.Should().OnlyContain(term => Convert.ToInt32(term.IsPersonalData) + Convert.ToInt32(term.IsPurpose) + Convert.ToInt32(term.IsLegalBasis) <= 1);
    }

    [Theory]
    [InlineData("pd:EmailAddress", "a category of personal data")]
    [InlineData("dpv:PersonalData", "a category of personal data")]
    [InlineData("dpv:PseudonymisedData", "a category of personal data")]
    [InlineData("eu-gdpr:HealthData", "a category of personal data")]
    [InlineData("pd:ProfessionalExperience", "a category of personal data")]
    [InlineData("dpv:Marketing", "a purpose")]
    [InlineData("dpv:Purpose", "a purpose")]
    [InlineData("dpv:RightsFulfilment", "a purpose")]
    [InlineData("dpv:LegitimateInterest", "a legal basis")]
    [InlineData("dpv:ExplicitlyExpressedConsent", "a legal basis")]
    [InlineData("eu-gdpr:A6-1-c", "a legal basis")]
    [InlineData("eu-gdpr:A9-2-a", "a legal basis")]
    [InlineData("dpv:AnonymisedData", null)]
    [InlineData("dpv:Customer", null)]
    [InlineData("dpv:hasPurpose", null)]
    public void A_term_is_of_the_kind_that_DPV_states(string text, string? kind)
    {
        var term = DpvTerm.Parse(text);

        term.KindInWords.Should().Be(kind);
        term.IsPersonalData.Should().Be(kind == "a category of personal data");
        term.IsPurpose.Should().Be(kind == "a purpose");
        term.IsLegalBasis.Should().Be(kind == "a legal basis");
    }

    [Theory]
    [InlineData("pd:EmailAddressWork", "pd:EmailAddress", true)]
    [InlineData("pd:EmailAddressWork", "pd:Contact", true)]
    [InlineData("pd:EmailAddressWork", "dpv:PersonalData", true)]
    [InlineData("pd:EmailAddress", "pd:EmailAddress", true)]
    [InlineData("pd:EmailAddress", "pd:EmailAddressWork", false)]
    [InlineData("pd:BloodType", "dpv:SpecialCategoryPersonalData", true)]
    [InlineData("pd:EmailAddress", "dpv:SpecialCategoryPersonalData", false)]
    [InlineData("dpv:DirectMarketing", "dpv:Marketing", true)]
    [InlineData("eu-gdpr:A6-1-a", "dpv:Consent", true)]
    [InlineData("dpv:RightsFulfilment", "dpv:LegalObligation", true)]
    [InlineData("dpv:Marketing", "dpv:PersonalData", false)]
    public void A_term_is_everything_broader(string term, string other, bool expected) =>
        DpvTerm.Parse(term).IsA(DpvTerm.Parse(other)).Should().Be(expected);

    [Fact]
    public void No_term_stands_above_itself() => All.Should().AllSatisfy(term => term.Parents.Should().NotContain(parent => parent.IsA(term)));

    [Theory]
    [InlineData("pd:EmailAdress", "'pd:EmailAddress'")]
    [InlineData("pd:emailaddress", "'pd:EmailAddress'")]
    [InlineData("PD:EmailAddress", "'pd:EmailAddress'")]
    [InlineData("dpv:EmailAddress", "'pd:EmailAddress'")]
    [InlineData("EmailAddress", "'pd:EmailAddress'")]
    [InlineData("Email Address", "'pd:EmailAddress'")]
    [InlineData(" pd:EmailAddress", "'pd:EmailAddress'")]
    [InlineData("pd:Email", "'pd:EmailAddress'")]
    [InlineData("email", "'pd:EmailAddress'")]
    [InlineData("pd:Phone", "'pd:TelephoneNumber'")]
    [InlineData("https://w3id.org/dpv/pd#EmailAddres", "'pd:EmailAddress'")]
    [InlineData("dpv:Marketting", "'dpv:Marketing'")]
    [InlineData("eu-gdpr:A6-1-g", "'eu-gdpr:A6-1-a'")]
    public void An_unknown_term_is_refused_with_the_nearest_ones(string text, string nearest)
    {
        DpvTerm.TryParse(text, out var term, out var fault).Should().BeFalse();

        term.Should().BeNull();
        fault.Should().StartWith($"'{text}' is not a term of the Data Privacy Vocabulary (DPV) 2.3").And.Contain("Did you mean '").And.Contain(nearest);
        FluentActions.Invoking(() => DpvTerm.Parse(text)).Should().Throw<FormatException>().WithMessage($"GDPR1060: {fault} Write prefix and name, as in 'pd:EmailAddress', *");
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData(":")]
    [InlineData("pd:")]
    [InlineData("#")]
    [InlineData("https://w3id.org/dpv/pd#")]
    [InlineData("loc:EU")]
    [InlineData("pd:Qwertyuiop")]
    public void Where_nothing_is_near_nothing_is_guessed(string text)
    {
        DpvTerm.TryParse(text, out _, out var fault).Should().BeFalse();

        fault.Should().Contain("is not a term of the Data Privacy Vocabulary (DPV)").And.NotContain("Did you mean");
    }

    [Fact]
    public void No_text_is_no_term()
    {
        DpvTerm.TryParse(null, out _).Should().BeFalse();
        DpvTerm.TryParse(null, out _, out var fault).Should().BeFalse();
        fault.Should().Be("An empty text is not a term of the Data Privacy Vocabulary (DPV).");
        FluentActions.Invoking(() => DpvTerm.Parse(null!)).Should().Throw<ArgumentNullException>();
    }

    [Fact]
    public void A_known_term_has_no_fault()
    {
        DpvTerm.TryParse("pd:Name", out var term, out var fault).Should().BeTrue();

        term!.Label.Should().Be("Name");
        fault.Should().BeNull();
    }

    [Fact]
    public void Any_text_is_either_a_term_or_gets_a_fault_of_one_line() =>
        Gen.OneOf(Gen.String, Gen.String.Select(text => $"pd:{text}"), Gen.String[Gen.Char, 0, 200], Gen.String.Select(text => $"https://w3id.org/dpv#{text}"))
            .Sample(text =>
            {
                var known = DpvTerm.TryParse(text, out var term, out var fault);

                known.Should().Be(term is not null).And.Be(fault is null);
                (fault ?? "").Should().NotContainAny("\n", "\r");
            });

    [Fact]
    public void A_term_with_one_letter_missing_is_guessed() =>
        Gen.Select(Gen.Int[0, LongNames.Length - 1].Select(index => LongNames[index]), Gen.Int[0, 8]).Sample((term, index) =>
        {
            var misspelt = $"{term.Prefix}:{term.Name.Remove(index, 1)}";

            DpvTerm.TryParse(misspelt, out var read, out var fault).Should().Be(read is not null);
            (fault ?? $"'{term}'").Should().Contain($"'{term}'");
        });

    [Fact]
    public void Whatever_reads_any_value_reads_a_term()
    {
        ReadAs<DpvTerm>("pd:Name").Should().BeSameAs(DpvTerm.Parse("https://w3id.org/dpv/pd#Name"));

        static T ReadAs<T>(string text)
            where T : class, IParsable<T> => T.TryParse(text, null, out var read) ? read : T.Parse(text, null);
    }
}
