using System.Text.Json;

namespace GdprKit;

public sealed class RecordOfProcessingVectorTests
{
    private static readonly VectorFile Vectors = VectorFile.Open("record-of-processing-fields.json");

    /// <summary>What templates ask beyond the law and a register knows, by words of theirs.</summary>
    private static readonly (string Words, RecordDetailKind Kind)[] Offered =
    [
        ("processors", RecordDetailKind.Processors),
        ("special categories", RecordDetailKind.SpecialCategories),
        ("judicial data", RecordDetailKind.CriminalOffences),
        ("sensitive data", RecordDetailKind.SpecialCategories),
        ("legal basis", RecordDetailKind.LawfulBasis),
        ("Article 6 basis", RecordDetailKind.LawfulBasis),
        ("Article 9 condition", RecordDetailKind.SpecialCategoryCondition),
        ("legitimate interests assessment", RecordDetailKind.BalancingTest),
        ("rights available", RecordDetailKind.Rights),
        ("automated decision", RecordDetailKind.AutomatedDecision),
        ("source of the data", RecordDetailKind.Sources),
        ("DPIA", RecordDetailKind.ImpactAssessment),
    ];

    public static IEnumerable<TheoryDataRow<string>> ControllerFields => Vectors.Cases("controller", Field);

    public static IEnumerable<TheoryDataRow<string>> ProcessorFields => Vectors.Cases("processor", Field);

    // Breaches, remarks and the like are no part of a register, and a template is no law: what is not offered is no case.
    public static IEnumerable<TheoryDataRow<string>> Extras => Vectors.Cases(ExtrasOneByOne, extra => $"{extra.GetProperty("who")}: {extra.GetProperty("extra")}")
        .Where(extra => KindsOf(extra.Data).Any());

    [Theory(SkipTestWithoutData = true)]
    [MemberData(nameof(ControllerFields))]
    public void What_the_law_asks_of_a_controller_is_present_where_the_register_says_it(string vector)
    {
        var (requirement, article) = Read(vector);

        foreach (var language in new[] { Language.Dutch, Language.English })
        {
            var fields = FieldsOf(RecordRegisters.Complete, requirement, language);

            fields.Should().NotBeEmpty().And.OnlyContain(field => field.Article == article).And.NotContain(field => field is RecordField.Missing);
            fields.OfType<RecordField.Present>().Should().NotBeEmpty().And.OnlyContain(field => field.Lines.All(line => line.Trim().Length > 0));
        }
    }

    [Theory(SkipTestWithoutData = true)]
    [MemberData(nameof(ControllerFields))]
    public void What_the_law_asks_of_a_controller_is_reported_or_does_not_apply_where_the_register_is_silent(string vector)
    {
        var (requirement, article) = Read(vector);
        var record = RecordOfProcessing.From(RecordRegisters.Bare, Language.Dutch);

        foreach (var field in FieldsOf(RecordRegisters.Bare, requirement, Language.Dutch))
        {
            field.Article.Should().Be(article);
            if (field is RecordField.Missing { Fault: var fault })
            {
                fault.Fault.Should().Contain(article, "the fault names the article");
                fault.Path.Should().StartWith("/", "it says where to declare it");
                record.Missing.Should().Contain(fault);
            }
            else
            {
                field.Should().BeOfType<RecordField.NotApplicable>().Which.Reason.Should().NotBeEmpty();
            }
        }
    }

    [Theory(SkipTestWithoutData = true)]
    [MemberData(nameof(ProcessorFields))]
    public void What_the_law_asks_of_a_processor_is_out_of_scope(string vector)
    {
        var article = ArticleOf(JsonElement.Parse(vector));

        article.Should().StartWith("30(2)", "a processor keeps another record, which is no part of GdprKit");
        AllRequirements().Select(requirement => FieldsOf(RecordRegisters.Complete, requirement, Language.Dutch)[0].Article).Should().NotContain(article);
    }

    [Theory(SkipTestWithoutData = true)]
    [MemberData(nameof(Extras))]
    public void What_templates_ask_besides_is_offered_where_a_register_knows_it(string vector)
    {
        var details = RecordOfProcessing.From(RecordRegisters.Complete, Language.Dutch).Activities.SelectMany(activity => activity.Details).ToList();

        foreach (var kind in KindsOf(vector))
        {
            details.Should().Contain(detail => detail.Kind == kind && !detail.Lines.IsEmpty);
        }
    }

    [Fact]
    public void Every_kind_of_case_is_known() =>
        // What the vocabulary says about records is prose.
        Vectors.Kinds.Should().BeSubsetOf(["controller", "processor", "extrasInTemplates", "dpv"]);

    [Fact]
    public void Every_requirement_is_asked_by_the_law()
    {
        var asked = ControllerFields.Select(vector => Read(vector.Data).Requirement).Distinct().ToList();

        if (asked.Count > 0)
        {
            asked.Should().BeEquivalentTo(AllRequirements());
        }
    }

    private static (RecordRequirement Requirement, string Article) Read(string vector)
    {
        var field = JsonElement.Parse(vector);
        return (RequirementOf(ArticleOf(field), Field(field)!), ArticleOf(field));
    }

    private static RecordRequirement RequirementOf(string article, string field)
    {
        bool Mentions(string word) => field.Contains(word, StringComparison.OrdinalIgnoreCase);
        return article switch
        {
            "30(1)(a)" when Mentions("joint controller") => RecordRequirement.JointControllers,
            "30(1)(a)" when Mentions("representative") => RecordRequirement.Representative,
            "30(1)(a)" when Mentions("data protection officer") => RecordRequirement.DataProtectionOfficer,
            "30(1)(a)" when Mentions("controller") => RecordRequirement.Controller,
            "30(1)(b)" when Mentions("purpose") => RecordRequirement.Purposes,
            "30(1)(c)" when Mentions("data subjects") => RecordRequirement.DataSubjects,
            "30(1)(c)" when Mentions("personal data") => RecordRequirement.PersonalData,
            "30(1)(d)" when Mentions("recipients") => RecordRequirement.Recipients,
            "30(1)(e)" when Mentions("safeguards") => RecordRequirement.TransferSafeguards,
            "30(1)(e)" when Mentions("transfers") => RecordRequirement.Transfers,
            "30(1)(f)" when Mentions("time limits") => RecordRequirement.TimeLimits,
            "30(1)(g)" when Mentions("security measures") => RecordRequirement.SecurityMeasures,
            _ => throw new NotSupportedException($"Unknown field of a record: '{field}', Art. {article}."),
        };
    }

    private static IEnumerable<RecordRequirement> AllRequirements() => Enum.GetValues<RecordRequirement>().Where(requirement => requirement is not RecordRequirement.Unspecified);

    private static List<RecordField> FieldsOf(ProcessingRegister register, RecordRequirement requirement, Language language)
    {
        var record = RecordOfProcessing.From(register, language);
        var declared = record.Activities.Where(activity => !activity.IsOwnRecord);
        return [.. record.Controller.Concat(declared.SelectMany(activity => activity.Fields)).Where(field => field.Requirement == requirement)];
    }

    private static IEnumerable<RecordDetailKind> KindsOf(string vector)
    {
        var extra = JsonElement.Parse(vector).GetProperty("extra").GetString()!;
        return Offered.Where(offered => extra.Contains(offered.Words, StringComparison.OrdinalIgnoreCase)).Select(offered => offered.Kind);
    }

    private static JsonElement ExtrasOneByOne(JsonElement root) => JsonSerializer.SerializeToElement(
        from template in root.GetProperty("extrasInTemplates").EnumerateArray()
        from extra in template.GetProperty("extra").EnumerateArray()
        select new { who = template.GetProperty("who").GetString(), extra = extra.GetString() });

    private static string? Field(JsonElement vector) => vector.GetProperty("field").GetString();

    /// <summary>The article without what the file says about when it applies.</summary>
    private static string ArticleOf(JsonElement vector) => vector.GetProperty("article").GetString()!.Split(',')[0].Trim();
}
