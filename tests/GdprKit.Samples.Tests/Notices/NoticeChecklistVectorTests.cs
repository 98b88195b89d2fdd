using System.Text.Json;
using GdprKit.Samples.Browser;
using GdprKit.Samples.Crm.Gdpr;

namespace GdprKit.Samples.Notices;

/// <summary>Every item that the law asks of a privacy notice, looked for in the notices of the shop as a browser shows them.</summary>
public sealed class NoticeChecklistVectorTests(NoticeReader notices) : IClassFixture<NoticeReader>
{
    private static readonly JsonElement? Checklist = VectorFile.Open("notice-checklist.json").Root;

    /// <summary>What does not concern the customers of this shop, and why; everything else does.</summary>
    private static readonly Dictionary<string, string> NotForCustomers = new()
    {
        ["N02"] = "a controller in the Union needs no representative",
        ["N03"] = "the shop has no data protection officer",
        ["N16"] = "no machine decides about a customer",
        ["N20"] = "the shop shares its decisions with nobody",
    };

    /// <summary>What does not concern its employees besides.</summary>
    private static readonly Dictionary<string, string> NotForEmployees = new(NotForCustomers)
    {
        ["N06"] = "nothing rests on a legitimate interest",
        ["N07"] = "employees give all their data themselves",
        ["N09"] = "their data stay in the Union",
        ["N10"] = "their data stay in the Union",
        ["N13"] = "nothing rests on consent",
        ["N17"] = "employees give all their data themselves",
        ["N19"] = "nothing rests on a legitimate interest, and nothing is marketing",
        ["N21"] = "nothing rests on consent",
    };

    public static IEnumerable<TheoryDataRow<string, string>> Items =>
        from item in Checklist?.GetProperty("items").EnumerateArray() ?? default
        from address in NoticeReader.Addresses
        select new TheoryDataRow<string, string>(item.GetProperty("id").GetString()!, address) { Label = $"{item.GetProperty("id")} {item.GetProperty("item")}" };

    public static IEnumerable<TheoryDataRow<string>> Addresses => NoticeReader.Addresses.Select(address => new TheoryDataRow<string>(address));

    [BrowserTheory(SkipTestWithoutData = true), MemberData(nameof(Items))]
    public void An_item_is_told_to_whom_it_concerns_and_to_nobody_else(string item, string address)
    {
        var told = notices.At(address).Where(marked => marked.Item.Split(' ').Contains(item)).ToArray();

        if (NotConcerning(address).TryGetValue(item, out var reason))
        {
            told.Should().BeEmpty(reason);
        }
        else
        {
            told.Should().NotBeEmpty();
            told.Should().OnlyContain(marked => marked.Text.Length > 0);
        }
    }

    [Fact]
    public void Every_kind_of_case_is_known() =>
        (Checklist?.EnumerateObject().Select(kind => kind.Name) ?? []).Should().BeSubsetOf(["_meta", "items"]);

    [BrowserTheory, MemberData(nameof(Addresses))]
    public void Nothing_is_marked_that_the_checklist_does_not_know(string address)
    {
        if (Checklist is { } checklist)
        {
            var known = checklist.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("id").GetString());

            notices.At(address).SelectMany(marked => marked.Item.Split(' ')).Should().BeSubsetOf(known);
        }
    }

    [BrowserTheory]
    [InlineData("/privacy/nl", "customers")]
    [InlineData("/privacy/en", "customers")]
    [InlineData("/privacy/nl/employees", "employees")]
    [InlineData("/privacy/en/employees", "employees")]
    public void Purpose_basis_and_period_are_told_of_every_activity(string address, string people)
    {
        var activities = CrmRegister.Create().Activities.Count(activity => activity.People.Contains(Key<SubjectKind>.Parse(people)));

        foreach (var item in new[] { "N04", "N05", "N11" })
        {
            notices.At(address).Count(marked => marked.Item == item).Should().Be(activities, item);
        }
    }

    private static Dictionary<string, string> NotConcerning(string address) =>
        address.EndsWith("/employees", StringComparison.Ordinal) ? NotForEmployees : NotForCustomers;
}
