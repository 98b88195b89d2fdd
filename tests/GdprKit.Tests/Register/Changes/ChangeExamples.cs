using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace GdprKit;

/// <summary>
/// A change of every kind, made in a register that has everything: each part is left out, put back, or made to say something else.
/// </summary>
internal static class ChangeExamples
{
    private static readonly string[] LeftOut =
    [
        "/languages/0",
        "/controller/registrationNumber",
        "/controller/representative",
        "/controller/dataProtectionOfficer",
        "/controller/jointControllers/1",
        "/controller/rights/page",
        "/controller/rights/email",
        "/controller/rights/phone",
        "/people/visitors",
        "/categories/citizen-number/law/url",
        "/categories/email-address/description",
        "/categories/email-address/term",
        "/events/last-visit",
        "/events/last-purchase/description",
        "/recipients/printer",
        "/recipients/cloud/transfers/5",
        "/recipients/cloud/transfers/5/assessment",
        "/activities/archive",
        "/activities/archive/basis/law/url",
        "/activities/fraud/basis/balancingTest",
        "/activities/fraud/basis/term",
        "/activities/fraud/impactAssessment",
        "/activities/fraud/provision/consequence",
        "/activities/fraud/purpose/term",
        "/activities/fraud/recipients/0",
        "/activities/fraud/retention/fraud-erase-before",
        "/activities/fraud/sources/0",
        "/activities/invoicing/people/1",
        "/activities/fraud/softOptIn",
        "/activities/newsletter/addressesMinors",
        "/activities/newsletter/consent",
        "/activities/newsletter/consent/doubleOptIn/1",
        "/activities/newsletter/consent/perChannel",
        "/activities/newsletter/consent/question",
        "/activities/newsletter/consent/validFor",
        "/activities/newsletter/marketing/3",
        "/activities/orders/automatedDecision",
        "/activities/orders/categories/0",
        "/activities/orders/security",
        "/activities/staff/specialCategories/law/url",
        "/backups/monthly",
        "/security",
    ];

    private static readonly (string Path, string Json)[] SaidOtherwise =
    [
        ("/controller/name", "\"Andere Winkel B.V.\""),
        ("/controller/country", "\"DE\""),
        ("/controller/registrationNumber", "\"11111111\""),
        ("/controller/contact", """{ "email": "nieuw@example.nl" }"""),
        ("/controller/timeZone", "\"Europe/Paris\""),
        ("/controller/financialYearEnd", "\"12-31\""),
        ("/controller/representative/name", "\"Another Representation B.V.\""),
        ("/controller/representative/contact", """{ "email": "rep@example.nl" }"""),
        ("/controller/dataProtectionOfficer/contact", """{ "email": "dpo@example.nl" }"""),
        ("/controller/jointControllers/0/contact", """{ "email": "partner@example.nl" }"""),
        ("/controller/jointControllers/0/arrangement", """{ "en": "We answer together.", "nl": "Wij helpen samen." }"""),
        ("/controller/supervisoryAuthority/name", "\"Andere Autoriteit\""),
        ("/controller/rights/page", "\"/mijn-gegevens\""),
        ("/controller/rights/email", "\"avg@example.nl\""),
        ("/controller/rights/phone", "\"+31 20 000 0009\""),
        ("/people/customers/label", """{ "en": "buyers", "nl": "kopers" }"""),
        ("/people/staff/hasOwnNotice", "false"),
        ("/categories/email-address/label", """{ "en": "mail address", "nl": "mailadres" }"""),
        ("/categories/email-address/description", """{ "en": "Your address.", "nl": "Jouw adres." }"""),
        ("/categories/email-address/term", "\"pd:EmailAddressPersonal\""),
        ("/categories/citizen-number/sensitivity", "\"ordinary\""),
        ("/categories/offences/law/text", "\"art. 32 UAVG\""),
        ("/events/last-purchase/label", """{ "en": "your last order", "nl": "je laatste bestelling" }"""),
        ("/events/last-purchase/description", """{ "en": "Logging in does not count.", "nl": "Inloggen telt niet." }"""),
        ("/recipients/tax-authority/name", "\"Douane\""),
        ("/recipients/tax-authority/role", "\"processor\""),
        ("/recipients/tax-authority/task", """{ "en": "collects taxes", "nl": "int belasting" }"""),
        ("/recipients/tax-authority/country", "\"BE\""),
        ("/recipients/cloud/transfers/5/safeguard", """{ "type": "adequacyDecision", "decision": { "text": "Decision (EU) 2023/1795" } }"""),
        ("/recipients/cloud/transfers/3/safeguard/decision/text", "\"Decision (EU) 2019/419 (2)\""),
        ("/recipients/cloud/transfers/5/safeguard/copy", """{ "en": "on our website", "nl": "op onze website" }"""),
        ("/activities/orders/name", """{ "en": "Sales", "nl": "Verkoop" }"""),
        ("/activities/orders/purpose/description", """{ "en": "We bring what you order.", "nl": "Wij brengen wat je bestelt." }"""),
        ("/activities/orders/purpose/description/en", "\"We bring what you order.\""),
        ("/activities/orders/basis", """{ "type": "legitimateInterest", "interest": { "en": "to sell", "nl": "te verkopen" }, "balancingTest": "LIA-2" }"""),
        ("/activities/invoicing/basis/law/text", "\"art. 53 AWR\""),
        ("/activities/fraud/basis/balancingTest", "\"LIA-9\""),
        ("/activities/staff/specialCategories/law/text", "\"art. 22 UAVG\""),
        ("/activities/fraud/sources/0/publiclyAccessible", "false"),
        ("/activities/fraud/provision/requirement", "\"statutory\""),
        ("/activities/fraud/provision/consequence", """{ "en": "Then we do not deliver.", "nl": "Dan leveren wij niet." }"""),
        ("/activities/newsletter/consent/question/en", "\"Yes, mail me.\""),
        ("/activities/newsletter/consent/validFor", "\"P3Y\""),
        ("/activities/newsletter/consent/validFor", "\"P1Y\""),
        ("/activities/newsletter/consent/validFor", "\"P24M\""),
        ("/activities/orders/automatedDecision/logic", """{ "en": "A computer counts.", "nl": "Een computer telt." }"""),
        ("/activities/orders/automatedDecision/review", """{ "en": "Write to us.", "nl": "Schrijf ons." }"""),
        ("/activities/staff/retention/staff/after/period", "\"P3Y\""),
        ("/activities/staff/retention/staff/after/period", "\"P1Y\""),
        ("/activities/staff/retention/staff/after/period", "\"P24M\""),
        ("/activities/staff/retention/staff/after/period", "\"P730D\""),
        ("/activities/staff/retention/staff/after/events/0", "\"last-purchase\""),
        ("/activities/staff/retention/staff/then", "\"anonymise\""),
        ("/activities/invoicing/retention/invoicing/source/text", "\"art. 52 AWR\""),
        ("/activities/archive/retention/archive/indefinitely/reason", """{ "en": "the law asks it", "nl": "de wet vraagt het" }"""),
        ("/activities/orders/security", """{ "en": "Only sales.", "nl": "Alleen verkoop." }"""),
        ("/activities/orders/impactAssessment", "\"DPIA-9\""),
        ("/conflictChoices/0", """{ "prevails": "fraud-erase", "yields": "invoicing", "reason": { "en": "It is newer.", "nl": "Die is nieuwer." } }"""),
        ("/conflictChoices/0/reason/en", "\"It is stricter.\""),
        ("/backups/monthly/name", """{ "en": "monthly backup", "nl": "maandelijkse back-up" }"""),
        ("/backups/monthly/rotation", """{ "keepLast": 13 }"""),
        ("/backups/monthly/rotation", """{ "keepLast": 11 }"""),
        ("/backups/nightly/rotation", """{ "keepFor": "P1M" }"""),
        ("/security", """{ "en": "We encrypt everything.", "nl": "Wij versleutelen alles." }"""),
        ("/ownRecords/evidence", "\"P7Y\""),
        ("/ownRecords/evidence", "\"P5Y\""),
    ];

    private static readonly Lazy<(string What, RegisterDiff Diff)[]> Made = new(() => [.. Make()]);

    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The complete register, with what can be left out of it because nothing depends on it.</summary>
    public static byte[] Base { get; } = CompleteRegister.With(file =>
    {
        file["controller"]!["jointControllers"]!.AsArray().Add(JsonNode.Parse(
            """{ "name": "Example Union", "contact": { "email": "union@example.nl" }, "arrangement": { "en": "The union answers.", "nl": "De bond helpt." } }"""));
        file["people"]!["visitors"] = JsonNode.Parse("""{ "label": { "en": "visitors", "nl": "bezoekers" } }""");
        file["events"]!["last-visit"] = JsonNode.Parse("""{ "label": { "en": "your last visit", "nl": "je laatste bezoek" } }""");
        file["recipients"]!["printer"] = JsonNode.Parse(
            """{ "name": "Example Print B.V.", "role": "processor", "task": { "en": "prints letters", "nl": "print brieven" }, "country": "NL" }""");
        file["activities"]!["invoicing"]!["people"]!.AsArray().Add("staff");
        file["activities"]!["archive"]!["basis"]!["law"]!["url"] = "https://law.example.nl/archief";
        file["activities"]!["staff"]!["specialCategories"]!["law"]!["url"] = "https://law.example.nl/uavg";
    });

    public static IReadOnlyList<(string What, RegisterDiff Diff)> All => Made.Value;

    private static IEnumerable<(string What, RegisterDiff Diff)> Make()
    {
        var complete = ProcessingRegister.FromJson(Base);
        foreach (var path in LeftOut)
        {
            var without = complete.Without(path);
            yield return ($"without {path}", RegisterDiff.Between(complete, without));
            yield return ($"with {path}", RegisterDiff.Between(without, complete));
        }

        foreach (var (path, json) in SaidOtherwise)
        {
            var other = complete.With(path, json);
            yield return ($"{path} is {JsonNode.Parse(json)!.ToJsonString(Readable)}", RegisterDiff.Between(complete, other));
        }

        var health = complete.Edited(AddHealth);
        yield return ("with the use of a special category", RegisterDiff.Between(complete, health));
        yield return ("without the use of a special category", RegisterDiff.Between(health, complete));

        var agreement = complete.Edited(EndConflict);
        yield return ("without two laws that contradict each other", RegisterDiff.Between(complete, agreement));
        yield return ("with two laws that contradict each other", RegisterDiff.Between(agreement, complete));
    }

    private static void EndConflict(JsonNode file)
    {
        file.Replace("/activities/fraud/retention/fraud-erase/strength", "guideline");
        file.Remove("/conflictChoices");
    }

    private static void AddHealth(JsonNode file)
    {
        file["categories"]!["allergies"] = JsonNode.Parse("""{ "label": { "en": "allergies", "nl": "allergieën" }, "sensitivity": "special" }""");
        file["activities"]!["orders"]!["categories"]!.AsArray().Add("allergies");
        file["activities"]!["orders"]!["specialCategories"] = JsonNode.Parse("""{ "ground": "explicitConsent" }""");
    }
}
