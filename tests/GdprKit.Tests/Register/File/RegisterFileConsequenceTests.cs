using System.Text.Json.Nodes;

namespace GdprKit;

/// <summary>What could not be read is one fault: what only follows from it is not told too.</summary>
public sealed class RegisterFileConsequenceTests
{
    public static TheoryData<string, string, string> Misread => new()
    {
        { "/categories/purchases", "5", "GDPR4213 /categories/purchases" },
        { "/categories/purchases/label", "\"aankopen\"", "GDPR4213 /categories/purchases/label" },
        { "/people/customers", "[]", "GDPR4213 /people/customers" },
        { "/events/birth", "null", "GDPR4213 /events/birth" },
        { "/recipients/cloud", "\"Example Cloud Inc.\"", "GDPR4213 /recipients/cloud" },
        { "/recipients/cloud/country", "\"U.S.\"", "GDPR4103 /recipients/cloud/country" },
        { "/recipients/cloud/transfers", "{}", "GDPR4213 /recipients/cloud/transfers" },
        { "/recipients/cloud/transfers/0", "7", "GDPR4213 /recipients/cloud/transfers/0" },
        { "/recipients/cloud/transfers/0/safeguard", "\"none\"", "GDPR4213 /recipients/cloud/transfers/0/safeguard" },
        { "/recipients/cloud/transfers/0/safeguard/type", "\"none\"", "GDPR4215 /recipients/cloud/transfers/0/safeguard/type" },
        { "/activities/staff", "[]", "GDPR4213 /activities/staff" },
        { "/activities/staff/basis", "\"consent\"", "GDPR4213 /activities/staff/basis" },
        { "/activities/staff/basis/type", "\"Vital\"", "GDPR4215 /activities/staff/basis/type" },
        { "/activities/invoicing/basis/law", "\"art. 52 AWR\"", "GDPR4213 /activities/invoicing/basis/law" },
        { "/activities/staff/specialCategories", "true", "GDPR4213 /activities/staff/specialCategories" },
        { "/activities/staff/specialCategories/ground", "\"work\"", "GDPR4215 /activities/staff/specialCategories/ground" },
        { "/activities/staff/people/0", "\"Staff\"", "GDPR4217 /activities/staff/people/0" },
        { "/activities/staff/people", "\"staff\"", "GDPR4213 /activities/staff/people" },
        { "/activities/staff/categories", "\"sick-leave\"", "GDPR4213 /activities/staff/categories" },
        { "/activities/staff/categories/1", "\"Sick leave\"", "GDPR4217 /activities/staff/categories/1" },
        { "/activities/fraud/recipients", "{}", "GDPR4213 /activities/fraud/recipients" },
        { "/activities/fraud/provision/requirement", "\"must\"", "GDPR4215 /activities/fraud/provision/requirement" },
        { "/activities/staff/retention", "\"P2Y\"", "GDPR4213 /activities/staff/retention" },
        { "/activities/staff/retention/staff", "\"P2Y\"", "GDPR4213 /activities/staff/retention/staff" },
        { "/activities/staff/retention/staff/after", "\"P2Y\"", "GDPR4213 /activities/staff/retention/staff/after" },
        { "/activities/staff/retention/staff/after/events", "\"contract-ended\"", "GDPR4213 /activities/staff/retention/staff/after/events" },
        { "/activities/staff/retention/staff/after/period", "\"2 years\"", "GDPR4219 /activities/staff/retention/staff/after/period" },
        { "/activities/fraud/retention/fraud-archive/latestOf", "{}", "GDPR4213 /activities/fraud/retention/fraud-archive/latestOf" },
        { "/activities/fraud/retention/fraud-archive/latestOf/0", "5", "GDPR4213 /activities/fraud/retention/fraud-archive/latestOf/0" },
        { "/activities/orders/retention/orders/untilAge", "18", "GDPR4213 /activities/orders/retention/orders/untilAge" },
        { "/activities/orders/retention/orders/untilAge/age", "\"18\"", "GDPR4213 /activities/orders/retention/orders/untilAge/age" },
        { "/activities/archive/retention/archive/indefinitely", "true", "GDPR4213 /activities/archive/retention/archive/indefinitely" },
        { "/backups/monthly/interval", "\"monthly\"", "GDPR4219 /backups/monthly/interval" },
        { "/backups/monthly/rotation", "12", "GDPR4213 /backups/monthly/rotation" },
        { "/backups", "\"daily\"", "GDPR4213 /backups" },
        { "/conflictChoices", "{}", "GDPR4213 /conflictChoices" },
        { "/conflictChoices/0", "[]", "GDPR4213 /conflictChoices/0" },
        { "/conflictChoices/0/prevails", "\"Invoicing\"", "GDPR4217 /conflictChoices/0/prevails" },
        { "/controller", "\"Voorbeeldwinkel\"", "GDPR4213 /controller" },
        { "/controller/contact", "\"info@example.nl\"", "GDPR4213 /controller/contact" },
        { "/controller/contact/email", "7", "GDPR4213 /controller/contact/email" },
        { "/controller/representative/contact/phone", "7", "GDPR4213 /controller/representative/contact/phone" },
        { "/controller/country", "\"Nederland\"", "GDPR4103 /controller/country" },
        { "/controller/supervisoryAuthority", "\"AP\"", "GDPR4213 /controller/supervisoryAuthority" },
        { "/controller/supervisoryAuthority/website", "\"ap.nl\"", "GDPR4104 /controller/supervisoryAuthority/website" },
        { "/languages", "\"nl\"", "GDPR4213 /languages" },
        { "/languages/0", "\"EN\"", "GDPR4218 /languages/0" },
        { "/ownRecords", "[]", "GDPR4213 /ownRecords" },
        { "/ownRecords/evidence", "7", "GDPR4213 /ownRecords/evidence" },
    };

    [Theory]
    [MemberData(nameof(Misread))]
    public void A_value_that_cannot_be_read_is_the_only_fault(string path, string json, string fault)
    {
        Errors(CompleteRegister.With(path, json)).Should().Equal(fault);
    }

    [Theory]
    [InlineData("people")]
    [InlineData("categories")]
    [InlineData("events")]
    [InlineData("recipients")]
    [InlineData("activities")]
    public void What_refers_into_a_collection_that_cannot_be_read_is_not_told_as_a_wrong_reference(string collection)
    {
        Errors(CompleteRegister.With($"/{collection}", "[]")).Should().Equal($"GDPR4213 /{collection}");
    }

    [Theory]
    [InlineData("people", "staff")]
    [InlineData("categories", "sick-leave")]
    [InlineData("events", "invoice-date")]
    [InlineData("recipients", "tax-authority")]
    public void What_refers_to_a_declaration_whose_key_is_written_wrong_is_not_told_as_a_wrong_reference(string collection, string key)
    {
        var file = CompleteRegister.With(content =>
        {
            content[collection]![key.ToUpperInvariant()] = content[collection]![key]!.DeepClone();
            content.Remove($"/{collection}/{key}");
        });

        Errors(file).Should().Equal($"GDPR4217 /{collection}/{key.ToUpperInvariant()}");
    }

    [Fact]
    public void What_refers_to_a_rule_whose_key_is_written_wrong_is_not_told_as_a_wrong_reference()
    {
        var file = CompleteRegister.With(content =>
        {
            content.At("/activities/invoicing/retention")!.AsObject()["Invoicing"] = content.At("/activities/invoicing/retention/invoicing")!.DeepClone();
            content.Remove("/activities/invoicing/retention/invoicing");
        });

        Errors(file).Should().Equal("GDPR4217 /activities/invoicing/retention/Invoicing");
    }

    [Fact]
    public void A_misspelt_collection_is_told_as_unknown_and_as_missing_and_as_nothing_else()
    {
        var file = CompleteRegister.With(content =>
        {
            content["categorys"] = content["categories"]!.DeepClone();
            content.Remove("/categories");
        });

        Errors(file).Should().Equal("GDPR4212 /categories", "GDPR4211 /categorys");
    }

    [Fact]
    public void A_wrong_reference_into_a_collection_that_was_read_is_told_beside_other_faults()
    {
        var file = CompleteRegister.With(content =>
        {
            content.Replace("/activities/orders/people/0", "custommers");
            content.Replace("/events", new JsonArray());
        });

        Errors(file).Should().Equal("GDPR4117 /activities/orders/people/0", "GDPR4213 /events");
    }

    private static IEnumerable<string> Errors(byte[] file) =>
        RegisterFaultsOf.Json(file).Where(fault => fault.Severity is FaultSeverity.Error).Select(fault => $"{fault.Id} {fault.Path}");
}
