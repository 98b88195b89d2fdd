using System.Text;
using System.Text.Json.Nodes;
using GdprKit.Register;

namespace GdprKit;

/// <summary>What cannot be understood in a register file is told where it stands, with what is wrong and what to do.</summary>
public sealed class RegisterFileFaultTests
{
    [Fact]
    public void Only_an_object_is_a_register()
    {
        RegisterFaultsOf.Lines("[]"u8).Should().Equal("GDPR4213: An object is expected here, not a list. Write it between braces: { … }.");
        RegisterFaultsOf.Lines("7"u8).Should().Equal("GDPR4213: An object is expected here, not the number 7. Write it between braces: { … }.");
    }

    [Fact]
    public void An_empty_object_lacks_what_every_register_has()
    {
        RegisterFaultsOf.Lines("{}"u8).Should().Equal(
            "GDPR4212 /activities: 'activities' is missing. Add it; gdpr-register.schema.json says what it holds.",
            "GDPR4212 /categories: 'categories' is missing. Add it; gdpr-register.schema.json says what it holds.",
            "GDPR4212 /controller: 'controller' is missing. Add it; gdpr-register.schema.json says what it holds.",
            "GDPR4212 /languages: 'languages' is missing. Add it; gdpr-register.schema.json says what it holds.",
            "GDPR4212 /people: 'people' is missing. Add it; gdpr-register.schema.json says what it holds.");
    }

    [Theory]
    [InlineData("/categories/purchases/label", "5", "An object is expected here, not the number 5. Write it between braces: { … }.")]
    [InlineData("/categories/purchases/label/nl", "5.5e3", "A text is expected here, not the number 5.5e3. Write it between double quotation marks.")]
    [InlineData("/categories/purchases/label/nl", "null", "A text is expected here, not null. Leave it out when it does not apply.")]
    [InlineData("/people/staff/hasOwnNotice", "\"yes\"", "True or false is expected here, not a text. Write true or false, without quotation marks.")]
    [InlineData("/backups/monthly/rotation/keepLast", "\"12\"", "A whole number is expected here, not a text. Write digits, without quotation marks.")]
    [InlineData("/backups/monthly/rotation/keepLast", "1.5", "A whole number is expected here, not the number 1.5. Write digits, without quotation marks.")]
    [InlineData("/backups/monthly/rotation/keepLast", "99999999999", "A whole number is expected here, not the number 99999999999. Write digits, without quotation marks.")]
    [InlineData("/activities/orders/people", "\"customers\"", "A list is expected here, not a text. Write it between square brackets: [ … ].")]
    [InlineData("/activities/orders/people/0", "{}", "A text is expected here, not an object. Write it between double quotation marks.")]
    [InlineData("/activities/orders/people/0", "[]", "A text is expected here, not a list. Write it between double quotation marks.")]
    [InlineData("/activities", "true", "An object is expected here, not true. Write it between braces: { … }.")]
    public void A_value_of_another_type_is_told_with_what_is_expected(string path, string json, string message)
    {
        RegisterFaultsOf.Lines(CompleteRegister.With(path, json)).Should().Contain($"GDPR4213 {path}: {message}");
    }

    [Theory]
    [InlineData("/categories/purchases/lable", "'lable' is not a property that can stand here. Did you mean 'label'? These can stand here: 'label', 'description', 'sensitivity', 'law' and 'term'.")]
    [InlineData("/categories/purchases/Label", "'Label' is not a property that can stand here. Did you mean 'label'? These can stand here: 'label', 'description', 'sensitivity', 'law' and 'term'.")]
    [InlineData("/categories/purchases/colour", "'colour' is not a property that can stand here. Remove it. These can stand here: 'label', 'description', 'sensitivity', 'law' and 'term'.")]
    [InlineData("/activities/newsletter/basis/interest", "'interest' is not a property that can stand here. Remove it. These can stand here: 'type' and 'term'.")]
    [InlineData("/security/de", "'de' is not a property that can stand here. Remove it. These can stand here: 'nl' and 'en'.")]
    [InlineData("/ownRecords/~0~1", "'~/' is not a property that can stand here. Remove it. These can stand here: 'evidence'.")]
    public void An_unknown_property_is_told_with_what_can_stand_there(string path, string message)
    {
        var name = path[(path.LastIndexOf('/') + 1)..].Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal);
        var file = CompleteRegister.With(content => content.At(path[..path.LastIndexOf('/')])![name] = "x");

        RegisterFaultsOf.Lines(file).Should().Equal($"GDPR4211 {path}: {message}");
    }

    [Theory]
    [InlineData("/categories/email-address/sensitivity", "ordinry", "'ordinry' is not a value that can stand here. Did you mean 'ordinary'? These can stand here: 'ordinary', 'special', 'criminalOffence' and 'nationalNumber'.")]
    [InlineData("/activities/newsletter/marketing/0", "fax", "'fax' is not a value that can stand here. Use one of 'email', 'textMessage', 'phone' and 'post'.")]
    [InlineData("/activities/newsletter/basis/type", "permission", "'permission' is not a value that can stand here. Use one of 'consent', 'contract', 'legalObligation', 'vitalInterest', 'publicTask' and 'legitimateInterest'.")]
    [InlineData("/recipients/cloud/role", "unspecified", "'unspecified' is not a value that can stand here. Use one of 'processor', 'jointController' and 'controller'.")]
    public void An_unknown_word_is_told_with_what_can_stand_there(string path, string text, string message)
    {
        RegisterFaultsOf.Lines(CompleteRegister.With(content => content.Replace(path, text))).Should().Equal($"GDPR4215 {path}: {message}");
    }

    [Fact]
    public void A_flag_that_says_something_by_standing_there_cannot_be_false()
    {
        RegisterFaultsOf.Lines(CompleteRegister.With("/activities/newsletter/retention/newsletter/whileConsentStands", "false")).Should().Equal(
            "GDPR4215 /activities/newsletter/retention/newsletter/whileConsentStands: 'false' is not a value that can stand here. Use one of 'true'.");
    }

    [Theory]
    [InlineData("/controller/country", "XX", "GDPR4103", "'XX' is not a country. Use the two-letter code of ISO 3166-1, for example 'NL'.")]
    [InlineData("/controller/country", "nl", "GDPR4103", "'nl' is not a country. Use the two-letter code of ISO 3166-1, for example 'NL'.")]
    [InlineData("/controller/contact/website", "www.example.nl", "GDPR4104", "'www.example.nl' is not a web address. Write it in full, for example 'https://www.example.nl/privacy'.")]
    [InlineData("/controller/rights/page", "privacy", "GDPR4104", "'privacy' is not a page. Write it in full, for example 'https://www.example.nl/privacy', or from the root of the application: '/privacy/centre'.")]
    [InlineData("/controller/timeZone", "Amsterdam", "GDPR4105", "'Amsterdam' is not a time zone. Use a name of the IANA time zone database, for example 'Europe/Amsterdam'.")]
    [InlineData("/activities/orders/people/0", "Customers", "GDPR4217", "'Customers' is not a key. Begin with a lower-case letter, then use lower-case letters, digits and single hyphens, at most 64 characters: 'email-address'.")]
    [InlineData("/languages/1", "nl-BE", "GDPR4218", "'nl-BE' is not the code of a language. Use the two lower-case letters of ISO 639, for example 'nl' or 'en'.")]
    [InlineData("/ownRecords/evidence", "7 years", "GDPR4219", "'7 years' is not a period of years, months, weeks and days. Write it as ISO 8601 does, for example 'P7Y', 'P6M', 'P1Y6M', 'P2W' or 'P30D'.")]
    [InlineData("/ownRecords/evidence", "P99999999999Y", "GDPR4219", "'P99999999999Y' is not a period of years, months, weeks and days. Write it as ISO 8601 does, for example 'P7Y', 'P6M', 'P1Y6M', 'P2W' or 'P30D'.")]
    [InlineData("/activities/fraud/retention/fraud-erase/effective/from", "31-01-2020", "GDPR4220", "'31-01-2020' is not a date. Write year, month and day, for example '2027-01-31'.")]
    [InlineData("/controller/financialYearEnd", "31-12", "GDPR4221", "'31-12' is not a day of the year. Write month and day, for example '12-31'.")]
    public void A_word_that_is_written_wrong_is_told_with_how_to_write_it(string path, string text, string id, string message)
    {
        RegisterFaultsOf.Lines(CompleteRegister.With(content => content.Replace(path, text))).Should().Equal($"{id} {path}: {message}");
    }

    [Fact]
    public void An_unknown_term_is_told_with_the_nearest_ones()
    {
        RegisterFaultsOf.Lines(CompleteRegister.With("/categories/email-address/term", "\"pd:EmailAdress\"")).Should().ContainSingle()
            .Which.Should().StartWith("GDPR4102 /categories/email-address/term: 'pd:EmailAdress' is not a term").And.Contain("'pd:EmailAddress'");
    }

    [Fact]
    public void A_key_is_refused_where_something_is_declared_under_it()
    {
        var file = CompleteRegister.With(content => content["events"]!["Last Purchase/2"] = content["events"]!["birth"]!.DeepClone());

        RegisterFaultsOf.Lines(file).Should().Equal(
            "GDPR4217 /events/Last Purchase~12: 'Last Purchase/2' is not a key. Begin with a lower-case letter, then use lower-case letters, digits and single hyphens, at most 64 characters: 'email-address'.");
    }

    [Theory]
    [InlineData("/activities/orders/retention/orders", "{}", "None of 'after', 'latestOf', 'untilAge', 'whileConsentStands' and 'indefinitely' is given. Give exactly one of 'after', 'latestOf', 'untilAge', 'whileConsentStands' and 'indefinitely'.")]
    [InlineData("/activities/newsletter/retention/newsletter", """{ "whileConsentStands": true, "after": { "events": ["birth"], "period": "P1Y" } }""", "'after' and 'whileConsentStands' are given together. Give exactly one of 'after', 'latestOf', 'untilAge', 'whileConsentStands' and 'indefinitely'.")]
    [InlineData("/backups/monthly/rotation", """{ "keepFor": "P1Y", "keepLast": 3 }""", "'keepFor' and 'keepLast' are given together. Give exactly one of 'keepFor', 'keepLast' and 'grandfatherFatherSon'.")]
    [InlineData("/recipients/cloud/transfers/1", """{ "country": "US", "organisation": "X", "safeguard": { "type": "standardClauses", "copy": { "nl": "x", "en": "x" } }, "assessment": "TIA" }""", "'country' and 'organisation' are given together. Give exactly one of 'country' and 'organisation'.")]
    public void Of_several_ways_exactly_one_is_given(string path, string json, string message)
    {
        RegisterFaultsOf.Lines(CompleteRegister.With(path, json)).Should().Equal($"GDPR4214 {path}: {message}");
    }

    [Fact]
    public void A_property_that_stands_twice_is_told_with_its_path()
    {
        var file = CompleteRegister.Text.Replace("\"registrationNumber\": ", "\"name\": \"Another B.V.\", \"registrationNumber\": ", StringComparison.Ordinal);

        RegisterFaultsOf.Lines(Encoding.UTF8.GetBytes(file)).Should().Equal("GDPR4210 /controller/name: 'name' stands here twice. Keep one of the two.");
    }

    [Fact]
    public void A_key_that_stands_twice_is_told_even_when_it_is_spelled_with_escapes()
    {
        var file = CompleteRegister.Text.Replace("\"purchases\": {", "\"purch\\u0061ses\": { \"label\": {} }, \"purchases\": {", StringComparison.Ordinal);

        RegisterFaultsOf.Lines(Encoding.UTF8.GetBytes(file)).Should().Equal("GDPR4210 /categories/purchases: 'purchases' stands here twice. Keep one of the two.");
    }

    [Fact]
    public void Half_a_character_is_no_text()
    {
        var file = CompleteRegister.Text.Replace("\"00000000\"", "\"\\ud83d\"", StringComparison.Ordinal);

        RegisterFaultsOf.Lines(Encoding.UTF8.GetBytes(file)).Should().Equal(
            "GDPR4216 /controller/registrationNumber: The text holds half of a character: one \\u escape of a pair. Write the character itself, or both escapes of the pair.");
    }

    [Fact]
    public void Half_a_character_is_no_name()
    {
        var file = CompleteRegister.Text.Replace("\"registrationNumber\"", "\"\\ud83d\"", StringComparison.Ordinal);

        RegisterFaultsOf.Lines(Encoding.UTF8.GetBytes(file)).Should().Equal(
            "GDPR4216 /controller/\\ud83d: The text holds half of a character: one \\u escape of a pair. Write the character itself, or both escapes of the pair.");
    }

    [Fact]
    public void A_name_that_nobody_can_read_is_shortened_to_one_line()
    {
        var file = CompleteRegister.With(content => content["ownRecords"]![$"one\ntwo{new string('x', 1000)}"] = 5);

        var fault = RegisterFaultsOf.Json(file).Should().ContainSingle().Which;
        fault.Path.Should().HaveLength("/ownRecords/".Length + 41).And.StartWith("/ownRecords/one two");
        fault.ToString().Should().NotContain("\n");
    }

    [Fact]
    public void Everything_that_is_wrong_is_told_at_once_what_the_register_declares_included()
    {
        var file = CompleteRegister.With(content =>
        {
            content.Replace("/controller/country", "XX");
            content.Replace("/activities/orders/people/0", "custommers");
            content.Replace("/categories/email-address/labell", "x");
            content.Remove("/backups/nightly/interval");
        });

        RegisterFaultsOf.Json(file).Where(fault => fault.Severity is FaultSeverity.Error).Select(fault => $"{fault.Id} {fault.Path}").Should().Equal(
            "GDPR4117 /activities/orders/people/0",
            "GDPR4212 /backups/nightly/interval",
            "GDPR4211 /categories/email-address/labell",
            "GDPR4103 /controller/country");
    }

    [Fact]
    public void A_file_with_more_faults_than_anybody_reads_lists_the_first_ones_and_says_so()
    {
        var file = CompleteRegister.With(content => content["languages"] = new JsonArray([.. Enumerable.Range(0, 200_000).Select(number => (JsonNode?)number)]));

        var faults = RegisterFaultsOf.Json(file);

        faults.Should().HaveCount(ReadingFaults.Maximum + 1);
        faults[0].ToString().Should().Be("GDPR4209: There are more than 500 faults; those beyond are not listed. Correct the ones that are listed, then read the file again.");
    }
}
