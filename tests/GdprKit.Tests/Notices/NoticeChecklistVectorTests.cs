using System.Text.Json;
using AngleSharp.Html.Parser;
using static GdprKit.NoticeItem;

namespace GdprKit;

/// <summary>
/// Every item of the checklist (Art. 13, 14, 21(4), 26(2), 7(2)): present in a notice where its condition holds, absent where it does not.
/// </summary>
public sealed class NoticeChecklistVectorTests
{
    private static readonly VectorFile Vectors = VectorFile.Open("notice-checklist.json");

    private static readonly ProcessingRegister Everything = NoticeRegisters.WithEverything();

    private static readonly ProcessingRegister Smallest = NoticeRegisters.Smallest();

    /// <summary>The items that stand in every notice, because the law asks for them without a condition, or per purpose.</summary>
    private static readonly NoticeItem[] Unconditional = [Controller, Purposes, LawfulBases, RetentionPeriods, Rights, Complaint, Provision, NewPurposes];

    public static IEnumerable<TheoryDataRow<string>> Items => Vectors.Cases("items", item => item.GetProperty("id").GetString());

    [Fact]
    public void Every_kind_of_case_is_known() => Vectors.Kinds.Should().BeSubsetOf(["items"]);

    [Theory(SkipTestWithoutData = true)]
    [MemberData(nameof(Items))]
    public void An_item_is_one_that_notices_know(string vector)
    {
        var item = ItemOf(vector);

        item.Should().BeDefined().And.NotBe(Unspecified);
        PropertyOf(vector, "mandatory").GetBoolean().Should().BeTrue();
    }

    [Theory(SkipTestWithoutData = true)]
    [MemberData(nameof(Items))]
    public void An_item_whose_condition_holds_stands_in_the_notice_in_every_language(string vector)
    {
        ItemsIn(Everything, Language.Dutch).Should().Contain(ItemOf(vector));
        ItemsIn(Everything, Language.English).Should().Contain(ItemOf(vector));
    }

    [Theory(SkipTestWithoutData = true)]
    [MemberData(nameof(Items))]
    public void An_item_whose_condition_does_not_hold_stands_in_no_notice(string vector)
    {
        var item = ItemOf(vector);

        ItemsIn(Smallest, Language.Dutch).Contains(item).Should().Be(Unconditional.Contains(item));
    }

    [Theory(SkipTestWithoutData = true)]
    [MemberData(nameof(Items))]
    public void An_item_without_a_condition_is_in_every_notice(string vector)
    {
        if (PropertyOf(vector, "condition").ValueKind is JsonValueKind.Null)
        {
            Unconditional.Should().Contain(ItemOf(vector));
        }
    }

    [Theory(SkipTestWithoutData = true)]
    [MemberData(nameof(Items))]
    public void An_item_left_out_is_an_error_that_names_its_articles(string vector)
    {
        var item = ItemOf(vector);
        var section = NoticeSectionOf(item);

        var make = () => PrivacyNotice.From(Everything, Language.Dutch, options: Without(section));

        var fault = make.Should().Throw<InvalidNoticeException>().Which.Faults.Single(fault => fault.Item == item);
        fault.Id.Should().Be("GDPR4301");
        foreach (var article in (string[])["art13", "art14"])
        {
            if (PropertyOf(vector, article).GetString() is { } expected)
            {
                fault.Fault.Should().Contain(expected);
            }
        }
    }

    private static NoticeItem ItemOf(string vector)
    {
        var id = PropertyOf(vector, "id").GetString()!;
        var item = Enum.GetValues<NoticeItem>().SingleOrDefault(item => $"N{(int)item:00}" == id);
        return item is not Unspecified ? item : throw new NotSupportedException($"The notice does not know item '{id}' of the checklist.");
    }

    private static JsonElement PropertyOf(string vector, string name) => JsonElement.Parse(vector).GetProperty(name);

    private static HashSet<NoticeItem> ItemsIn(ProcessingRegister register, Language language) =>
    [
        .. new HtmlParser().ParseDocument(PrivacyNotice.From(register, language).ToHtml())
            .QuerySelectorAll("[data-gdpr-item]")
            .SelectMany(element => element.GetAttribute("data-gdpr-item")!.Split(' '))
            .Select(id => Enum.Parse<NoticeItem>(id[1..])),
    ];

    private static Documents.SectionId NoticeSectionOf(NoticeItem item) => Notices.NoticeWriter.SectionOf(item);

    private static NoticeOptions Without(Documents.SectionId section) =>
        new NoticeOptions().Replace(section, _ => new Documents.DocumentSection(section, "Iets anders"));
}
