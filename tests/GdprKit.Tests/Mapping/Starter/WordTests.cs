namespace GdprKit.Mapping.Starter;

/// <summary>What the names of classes and properties are taken for.</summary>
public sealed class WordTests
{
    public static TheoryData<string> Categories => [.. Words.Select(word => word.Category).Distinct()];

    private static IEnumerable<PersonalDataWord> Words => PersonalDataWords.Certain.Concat(PersonalDataWords.BesideOthers);

    [Theory]
    [MemberData(nameof(Categories))]
    public void Whatever_a_word_betrays_can_be_declared_in_both_languages(string category)
    {
        var declared = CategoryCatalog.Find(category)!;

        declared.Label.Languages.Should().Equal(Language.English, Language.Dutch);
        declared.Term.Should().NotBeNull();
    }

    [Fact]
    public void No_label_stands_ready_for_what_no_word_betrays()
    {
        CategoryCatalog.Keys.Should().BeEquivalentTo(Words.Select(word => word.Category).Distinct());
    }

    [Fact]
    public void Every_word_names_a_term_of_the_vocabulary()
    {
        Words.Should().OnlyContain(word => IsTerm(word.Term));
    }

    [Theory]
    [InlineData("ethnicity")]
    [InlineData("belief")]
    [InlineData("political-opinion")]
    [InlineData("union-membership")]
    [InlineData("sexual-orientation")]
    [InlineData("biometrics")]
    [InlineData("health")]
    public void What_Article_9_protects_is_declared_special(string category)
    {
        CategoryCatalog.Find(category)!.Sensitivity.Should().Be(DataSensitivity.Special);
        CategoryCatalog.IsSpecial(category).Should().BeTrue();
    }

    [Theory]
    [InlineData("Race", "ethnicity")]
    [InlineData("Afkomst", "ethnicity")]
    [InlineData("Nationaliteit", "nationality")]
    [InlineData("IsUnionMember", "union-membership")]
    [InlineData("PoliticalParty", "political-opinion")]
    [InlineData("SeksueleGeaardheid", "sexual-orientation")]
    [InlineData("VingerafdrukHash", "biometrics")]
    [InlineData("TitleOfCourtesy", "gender")]
    public void Sensitive_words_have_categories_of_their_own(string name, string category)
    {
        Suspicion.Of(Property(name))!.Word!.Category.Should().Be(category);
    }

    [Theory]
    [InlineData("Region", "address")]
    [InlineData("Extension", "phone")]
    [InlineData("Voorkeurstaal", "preferences")]
    [InlineData("HomePage", "website")]
    [InlineData("Picture", "picture")]
    public void Some_words_mean_something_beside_other_personal_data_only(string name, string category)
    {
        Suspicion.Of(Property(name)).Should().BeNull();
        Suspicion.BesidePersonalData(Property(name))!.Word!.Category.Should().Be(category);
    }

    [Theory]
    [InlineData(typeof(Customers), "customers")]
    [InlineData(typeof(Staff_Member), "employees")]
    [InlineData(typeof(ApplicationUser), "users")]
    [InlineData(typeof(Klanten), "customers")]
    [InlineData(typeof(CustomerOrder), null)]
    [InlineData(typeof(Userland), null)]
    public void People_are_known_by_the_end_of_the_name_of_their_class(Type type, string? kind)
    {
        PeopleWords.Of(Entity(type))?.Key.Should().Be(kind);
        (PeopleWords.Of(Entity(type)) is null).Should().Be(kind is null);
    }

    [Theory]
    [InlineData(typeof(CustomerOrder), "purchases")]
    [InlineData(typeof(OrderLines), "purchases")]
    [InlineData(typeof(Facturen), "invoices")]
    [InlineData(typeof(Customers), null)]
    public void What_rows_are_about_is_known_by_any_word_in_the_name_of_their_class(Type type, string? category)
    {
        (Topics.Of(Entity(type))?.Category).Should().Be(category);
    }

    [Theory]
    [InlineData(typeof(CustomerOrder), "customer-orders", "a customer order")]
    [InlineData(typeof(Activity), "activities", "an activity")]
    [InlineData(typeof(Économie), "economies", "a économie")]
    public void A_class_that_no_list_has_gives_a_key(Type type, string slug, string one)
    {
        EntityName.Slug(Entity(type)).Should().Be(slug);
        EntityName.One(Entity(type)).Should().Be(one);
    }

    [Fact]
    public void Events_are_called_what_the_templates_call_them()
    {
        var declared = new[] { RegisterTemplates.Webshop(Anybody), RegisterTemplates.Association(Anybody) }.SelectMany(template => template.Events).DistinctBy(happened => happened.Key).ToDictionary(happened => happened.Key.ToString());
        string[] classes = ["Order", "Invoice", "Payment"];

        var proposed = classes.Select(name => Topics.Of(Entity(typeof(object)) with { Name = name, Type = typeof(Dictionary<string, object>) })!)
            .SelectMany(topic => new[] { topic.Happened!, topic.Latest! })
            .Append(Clock.SignUp)
            .Append(Clock.EndFor(PeopleRole.Member))
            .ToList();

        proposed.Where(happened => declared.ContainsKey(happened.Key)).Should().HaveCountGreaterThan(4)
            .And.OnlyContain(happened => happened.Label.Equals(declared[happened.Key].Label));
    }

    private static void Anybody(DataControllerBuilder controller) => controller.Name("-").Country("NL").Contact(email: "privacy@example.org");

    private static bool IsTerm(string text) => DpvTerm.TryParse(text, out _);

    private static PropertyDescription Property(string name) => new() { Path = PropertyPath.Parse(name), Type = typeof(string), DeclaredBy = "" };

    private static EntityDescription Entity(Type type) => new() { Name = type.Name, Type = type };

    private sealed class Customers;

    private sealed class Staff_Member;

    private sealed class ApplicationUser;

    private sealed class Klanten;

    private sealed class CustomerOrder;

    private sealed class OrderLines;

    private sealed class Facturen;

    private sealed class Userland;

    private sealed class Activity;

    private sealed class Économie;
}
