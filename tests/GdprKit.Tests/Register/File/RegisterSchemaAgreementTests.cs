using System.Text.Json.Nodes;
using CsCheck;

namespace GdprKit;

/// <summary>The schema tells an editor what the reader will say: neither knows better than the other.</summary>
public sealed class RegisterSchemaAgreementTests(SchemaValidator schema) : IClassFixture<SchemaValidator>
{
    private static readonly string[] OtherValues = ["null", "true", "false", "5", "-1", "7.5", "\"\"", "\"x\"", "\"Not-A-Key\"", "[]", "{}", "[null]", "{ \"x\": {} }"];

    [SchemaFact]
    public void The_complete_register_is_valid()
    {
        schema.FaultsOf(CompleteRegister.Utf8).Should().BeEmpty();
        RegisterFaultsOf.Json(CompleteRegister.Utf8).Should().BeEmpty();
    }

    [SchemaFact]
    public void What_code_declares_is_written_as_a_valid_file()
    {
        schema.FaultsOf(TestRegisters.Shop().ToJson()).Should().BeEmpty();
        schema.FaultsOf(TestRegisters.Shop().ToCanonicalJson()).Should().BeEmpty();
    }

    [SchemaFact]
    public void Every_register_is_written_as_a_valid_file()
    {
        RegisterGen.Registers.Sample(register => schema.FaultsOf(register.ToJson()).Should().BeEmpty(), iter: 50, threads: 1);
    }

    [SchemaFact]
    public void Both_refuse_a_property_that_they_do_not_know_wherever_it_stands()
    {
        var objects = CompleteRegister.Node().All().Where(place => place.Value is JsonObject).Select(place => place.Path).ToArray();

        objects.Should().HaveCountGreaterThan(50).And.AllSatisfy(path =>
        {
            var file = CompleteRegister.With($"{path}/Unknown", "5");
            schema.FaultsOf(file).Should().NotBeEmpty();
            RegisterFaultsOf.Reading(file).Should().NotBeEmpty();
        });
    }

    [SchemaFact]
    public void The_schema_refuses_what_the_reader_cannot_understand_and_all_that_it_refuses_is_no_register()
    {
        // Each thing that the schema describes is changed in one of the places where it stands.
        foreach (var (path, _) in CompleteRegister.Node().All().Skip(1).DistinctBy(place => RegisterSchemaPlaces.DescriptionAt(place.Path)))
        {
            foreach (var (change, file) in Changes(path))
            {
                var isUnderstood = RegisterFaultsOf.Reading(file).Where(IsToldByTheSchema).ToArray() is [];
                if (schema.FaultsOf(file) is [var refusal, ..])
                {
                    (isUnderstood ? RegisterFaultsOf.Lines(file).Count : 1).Should().BePositive("the schema refuses {0} at {1}: {2}", change, path, refusal);
                }
                else
                {
                    isUnderstood.Should().BeTrue("the schema allows {0} at {1}", change, path);
                }
            }
        }
    }

    [SchemaTheory]
    [InlineData("/activities/newsletter/people/0", "Customers")]
    [InlineData("/activities/newsletter/people/0", "-customers")]
    [InlineData("/activities/newsletter/people/0", "customers\n")]
    [InlineData("/activities/newsletter/people/0", "a23456789012345678901234567890123456789012345678901234567890123456")]
    [InlineData("/activities/newsletter/basis/type", "Consent")]
    [InlineData("/activities/newsletter/marketing/0", "fax")]
    [InlineData("/languages/0", "EN")]
    [InlineData("/languages/0", "english")]
    [InlineData("/controller/country", "nl")]
    [InlineData("/controller/country", "NLD")]
    [InlineData("/controller/contact/website", "www.example.nl")]
    [InlineData("/controller/contact/website", "https://www.example.nl/a b")]
    [InlineData("/controller/contact/website", "javascript:alert(1)")]
    [InlineData("/controller/rights/page", "//elsewhere.example/")]
    [InlineData("/controller/rights/page", "/\\elsewhere.example/")]
    [InlineData("/controller/rights/page", "privacy")]
    [InlineData("/controller/financialYearEnd", "02-30")]
    [InlineData("/controller/financialYearEnd", "31-12")]
    [InlineData("/ownRecords/evidence", "P")]
    [InlineData("/ownRecords/evidence", "7Y")]
    [InlineData("/ownRecords/evidence", "P-1Y")]
    [InlineData("/ownRecords/evidence", "PT12H")]
    [InlineData("/ownRecords/evidence", "P1M1Y")]
    [InlineData("/ownRecords/evidence", "P1.5Y")]
    [InlineData("/ownRecords/evidence", "P1Y\n")]
    [InlineData("/activities/fraud/retention/fraud-erase/effective/from", "2023-02-29")]
    [InlineData("/activities/fraud/retention/fraud-erase/effective/from", "29-02-2020")]
    [InlineData("/activities/fraud/retention/fraud-erase/effective/from", "-044-03-15")]
    [InlineData("/categories/email-address/term", "EmailAddress")]
    public void Both_refuse_a_word_that_is_written_wrong(string path, string text)
    {
        var file = CompleteRegister.With(content => content.Replace(path, text));

        schema.FaultsOf(file).Should().NotBeEmpty();
        RegisterFaultsOf.Json(file).Should().Contain(fault => fault.Path == path && fault.Severity == FaultSeverity.Error);
    }

    [SchemaTheory]
    [InlineData("/controller/rights/page", "/")]
    [InlineData("/controller/rights/page", "https://www.example.nl/privacy#rights")]
    [InlineData("/controller/financialYearEnd", "02-29")]
    [InlineData("/ownRecords/evidence", "P1Y2M3W4D")]
    [InlineData("/ownRecords/evidence", "P100D")]
    [InlineData("/activities/fraud/retention/fraud-erase/effective/from", "2020-02-29")]
    [InlineData("/categories/email-address/term", "https://w3id.org/dpv/pd#EmailAddress")]
    [InlineData("/controller/contact/address/postalCode", "")]
    public void Both_accept_a_word_that_is_written_well(string path, string text)
    {
        var file = CompleteRegister.With(content => content.Replace(path, text));

        schema.FaultsOf(file).Should().BeEmpty();
        RegisterFaultsOf.Lines(file).Should().BeEmpty();
    }

    // Which countries, time zones and terms there are, no schema lists; the rest of what the reader says, it can say too.
    private static bool IsToldByTheSchema(RegisterFault fault) => fault.Id.StartsWith("GDPR42", StringComparison.Ordinal);

    private static IEnumerable<(string Change, byte[] File)> Changes(string path) => OtherValues
        .Select(other => (other, CompleteRegister.With(path, other)))
        .Append(("nothing", CompleteRegister.Without(path)));
}
