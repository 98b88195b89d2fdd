using static GdprKit.Mapping.ShopStore;

namespace GdprKit.Mapping;

public sealed class CoverageTests : MapTest
{
    private static readonly ManualStore Cabinet = new()
    {
        Key = Key<ManualStore>.Parse("cabinet"),
        Name = LocalizedText.Of("archiefkast", "filing cabinet"),
        People = [ShopKeys.Employees],
        Categories = [ShopKeys.SickLeave, ShopKeys.CitizenNumber, ShopKeys.Name],
        Instruction = LocalizedText.Of("Zoek op naam en vernietig de map.", "Look up the name and destroy the folder."),
    };

    [Fact]
    public void A_property_that_looks_like_personal_data_is_found_with_the_reason_and_the_line_to_add()
    {
        var found = Find(nameof(Buyer), Buyers);

        found.Select(finding => (finding.Place, finding.Code)).Should().Equal(
            ("Buyer.Email", ".Field(Key<DataCategory>.Parse(\"email-address\"), x => x.Email)"),
            ("Buyer.Former.City", ".Field(Key<DataCategory>.Parse(\"address\"), \"Former.City\")"),
            ("Buyer.Former.Street", ".Field(Key<DataCategory>.Parse(\"address\"), \"Former.Street\")"),
            ("Buyer.Home.City", ".Field(Key<DataCategory>.Parse(\"address\"), x => x.Home!.City)"),
            ("Buyer.Home.Street", ".Field(Key<DataCategory>.Parse(\"address\"), x => x.Home!.Street)"),
            ("Buyer.InternalRemark", ".Field(Key<DataCategory>.Parse(\"remarks\"), \"InternalRemark\")"));
        found[0].ToString().Should().Be(
            "GDPR4034: Buyer.Email seems to hold an e-mail address, by 'email' in its name, and no map says what it is. "
            + "Add .Field(Key<DataCategory>.Parse(\"email-address\"), x => x.Email) to the map of Buyer, or .NotPersonal(\"why not\", x => x.Email)");
    }

    [Fact]
    public void Everything_in_a_row_of_a_person_is_found_until_it_is_declared()
    {
        var lines = Map<SaleLine>(data => data.BelongsTo(l => l.Sale.Buyer));

        Find("SaleLine.Article", Buyers, lines).Should().ContainSingle().Which.Reason.Should().Contain("lies in a row that belongs to a person");
        Find("SaleLine.Article", Buyers, Map<SaleLine>(data => data.BelongsTo(l => l.Sale.Buyer).NotPersonal("in the catalogue", l => l.Article))).Should().BeEmpty();
    }

    [Fact]
    public void What_has_a_category_a_reason_or_a_place_in_the_map_is_not_found()
    {
        var sales = Map<Sale>(data => data
            .BelongsTo(s => s.Buyer)
            .Field(ShopKeys.Purchases, s => s.Remark)
            .Event(ShopKeys.InvoiceDate, s => s.SoldAt, TimeMeaning.Utc));

        Find(nameof(Sale), Buyers, sales).Where(finding => !finding.Place.StartsWith(nameof(SaleLine), StringComparison.Ordinal)).Should().BeEmpty();
    }

    [Theory]
    [InlineData("Email", typeof(string), true)]
    [InlineData("Bsn", typeof(int), true)]
    [InlineData("NationalId", typeof(string), true)]
    [InlineData("AddressId", typeof(int), false)]
    [InlineData("PhoneKey", typeof(string), false)]
    public void A_key_that_says_who_somebody_is_is_found_and_one_that_only_finds_a_row_is_not(string key, Type type, bool isFound)
    {
        var store = Keyed(Property(key) with { Type = type });
        IPersonalDataMap[] maps = [Map<Worker>(data => data.IsSubject(ShopKeys.Employees, key))];

        CoverageReport.Of(PersonalDataMap.Create(TestRegisters.Shop(), maps, [store])).Findings
            .Where(finding => finding.Kind is CoverageGap.UndeclaredProperty).Select(finding => finding.Place)
            .Should().Equal(isFound ? [$"Worker.{key}"] : []);
    }

    [Fact]
    public void A_mark_on_the_key_of_a_person_says_what_the_map_says_already()
    {
        var store = Keyed(Property("Id") with { Marks = ["[PersonalData]"] });

        CoverageReport.Of(PersonalDataMap.Create(TestRegisters.Shop(), [Workers], [store])).Findings.Should().NotContain(finding => finding.Kind == CoverageGap.UndeclaredProperty);
    }

    [Theory]
    [InlineData("BirthDate", true)]
    [InlineData("Geboortedatum", true)]
    [InlineData("LastLoginAt", false)]
    [InlineData("PhonedOn", false)]
    [InlineData("LastPhoneCall", false)]
    public void A_date_from_which_a_period_runs_is_found_when_it_is_that_of_a_birth(string date, bool isFound)
    {
        var store = Keyed(Property("Id"), Property(date) with { Type = typeof(DateOnly?) });
        IPersonalDataMap[] maps = [Map<Worker>(data => data.IsSubject(ShopKeys.Employees, w => w.Id).Event(ShopKeys.EmploymentEnded, date))];

        CoverageReport.Of(PersonalDataMap.Create(TestRegisters.Shop(), maps, [store])).Findings
            .Where(finding => finding.Kind is CoverageGap.UndeclaredProperty).Select(finding => finding.Place)
            .Should().Equal(isFound ? [$"Worker.{date}"] : []);
    }

    [Fact]
    public void A_date_that_its_class_marks_is_found_whatever_its_name()
    {
        var store = Keyed(Property("Id"), Property("LeftOn") with { Type = typeof(DateOnly?), Marks = ["[PersonalData]"] });
        IPersonalDataMap[] maps = [Map<Worker>(data => data.IsSubject(ShopKeys.Employees, w => w.Id).Event(ShopKeys.EmploymentEnded, w => w.LeftOn))];

        CoverageReport.Of(PersonalDataMap.Create(TestRegisters.Shop(), maps, [store])).Findings.Should().Contain(finding => finding.Place == "Worker.LeftOn");
    }

    [Fact]
    public void A_name_without_a_letter_betrays_nothing_of_its_own()
    {
        Suspicion.Of(Property("Address._1"), hasPart: true)!.Word!.Text.Should().Be("address");
    }

    [Fact]
    public void What_leads_to_the_owner_is_found_when_it_says_who_that_is()
    {
        var sales = ShopStore.Description.Entities.Single(entity => entity.Type == typeof(Sale));
        var store = ShopStore.Description with
        {
            Entities =
            [
                sales with { Properties = [Property("Id"), Property("BuyerEmail")], References = [new(ShopStore.Path("Buyer"), [ShopStore.Path("BuyerEmail")], nameof(Buyer), [ShopStore.Path("Id")], IsForeignKey: true)] },
                .. ShopStore.Description.Entities.Where(entity => entity.Type == typeof(Buyer) || entity.Type == typeof(Person)),
            ],
        };
        IPersonalDataMap[] maps = [Buyers, Map<Sale>(data => data.BelongsTo(s => s.Buyer))];

        CoverageReport.Of(PersonalDataMap.Create(TestRegisters.Shop(), maps, [store])).Findings.Select(finding => finding.Place).Should().Contain("Sale.BuyerEmail");
    }

    [Fact]
    public void Rows_that_refer_to_people_and_have_no_map_are_found()
    {
        var finding = Find(nameof(Sale), Buyers).Single(each => each.Kind is CoverageGap.UndeclaredEntity);

        finding.Code.Should().Be(".BelongsTo(x => x.Buyer)");
        finding.ToString().Should().Be(
            "GDPR4035: Sale refers to Buyer, whose rows are about people, and has no map. "
            + "Add a map of Sale with .BelongsTo(x => x.Buyer), or one that says what in it is not personal.");
    }

    [Fact]
    public void A_base_class_is_told_once()
    {
        Find("Person", Buyers, Workers).Select(finding => finding.Place).Should().Equal("Person.Name");
    }

    [Theory]
    [InlineData("BillingPostalCode", "postalcode")]
    [InlineData("billing_email_2", "email")]
    [InlineData("EMail", "email")]
    [InlineData("EmailAdres", "emailadres")]
    [InlineData("BSN", "bsn")]
    [InlineData("TelNr", "telnr")]
    [InlineData("Gebdatum", "gebdatum")]
    [InlineData("LastIPAddress", "ipaddress")]
    [InlineData("MobielPrive", "mobiel")]
    [InlineData("IBAN", "iban")]
    public void Words_and_abbreviations_of_both_languages_are_known(string name, string word)
    {
        Suspicion.Of(Property(name))!.Word!.Text.Should().Be(word);
    }

    [Theory]
    [InlineData("FileName")]
    [InlineData("Hotel")]
    [InlineData("Stage")]
    [InlineData("Quantity")]
    [InlineData("Ageing")]
    [InlineData("UnitPrice")]
    [InlineData("ProductDescription")]
    public void A_word_within_another_word_betrays_nothing(string name)
    {
        Suspicion.Of(Property(name)).Should().BeNull();
    }

    [Fact]
    public void A_type_and_a_mark_betray_what_a_name_does_not()
    {
        Suspicion.Of(Property("Contact") with { Type = typeof(System.Net.Mail.MailAddress) })!.Because.Should().Be("seems to hold an e-mail address, by the type MailAddress");
        Suspicion.Of(Property("Hash") with { Marks = ["[PersonalData]"] })!.Because.Should().Be("is marked [PersonalData]");
    }

    [Fact]
    public void What_the_store_keeps_for_itself_is_passed_over()
    {
        var store = ShopStore.Description with
        {
            Entities = ShopStore.Description.Entities
                .Select(entity => entity.Type == typeof(Buyer) ? entity with { Properties = [Property("EmailVersion") with { IsBookkeeping = true }, Property("Id")] } : entity)
                .ToValueList(),
        };

        CoverageReport.Of(PersonalDataMap.Create(TestRegisters.Shop(), [Buyers], [store])).Findings.Should().NotContain(finding => finding.Place.StartsWith(nameof(Buyer)));
    }

    [Fact]
    public void A_declared_category_that_is_nowhere_is_found_unless_a_manual_store_holds_it()
    {
        var without = Map<Buyer>(data => data.IsSubject(ShopKeys.Customers, b => b.Id).Field(ShopKeys.EmailAddress, b => b.Email));

        Categories(Resolve(without)).Should().Equal("citizen-number", "name", "purchases", "sick-leave");
        Categories(PersonalDataMap.Create(TestRegisters.Shop(), [without], [ShopStore.Description], [Cabinet])).Should().Equal("purchases");
    }

    [Fact]
    public void An_event_from_which_a_period_runs_and_that_no_map_dates_is_found()
    {
        var workers = Map<Worker>(data => data.IsSubject(ShopKeys.Employees, w => w.Id).Event(ShopKeys.EmploymentEnded, w => w.LeftOn));

        CoverageReport.Of(Resolve(workers)).Findings.Where(finding => finding.Kind is CoverageGap.EventWithoutPlace).Select(finding => finding.Place)
            .Should().Equal("invoice-date", "last-purchase");
    }

    [Fact]
    public void A_manual_store_says_everything_that_somebody_needs_to_work_with_it()
    {
        var cabinet = Cabinet with { People = [], Categories = [Key<DataCategory>.Parse("shoe-size")], Instruction = LocalizedText.Of([(Language.Dutch, "Zoek op naam.")]) };
        var resolving = () => PersonalDataMap.Create(TestRegisters.Shop(), [], [], [cabinet]);

        resolving.Should().Throw<InvalidPersonalDataMapException>().Which.Faults.Select(fault => fault.ToString()).Should().Equal(
            "GDPR4011: Manual store 'cabinet': the register declares no category 'shoe-size'. Declare it in the register, or use the key of one that is declared.",
            "GDPR4031: Manual store 'cabinet' does not say how somebody works with it in the language 'en'. Fill it in: somebody has to answer requests there.",
            "GDPR4031: Manual store 'cabinet' does not say whose data are there. Fill it in: somebody has to answer requests there.");
    }

    private static IReadOnlyList<CoverageFinding> Find(string place, params IEnumerable<IPersonalDataMap> maps) =>
        [.. CoverageReport.Of(Resolve(maps)).Findings.Where(finding => finding.Place.StartsWith(place, StringComparison.Ordinal))];

    /// <summary>A shop that keeps of workers these properties alone, the first of them the key.</summary>
    private static StoreDescription Keyed(params PropertyDescription[] properties) => ShopStore.Description with
    {
        Entities =
        [
            ShopStore.Description.Entities.Single(entity => entity.Type == typeof(Worker)) with { Base = null, Key = [properties[0].Path], Properties = properties.ToValueList(), References = [] },
        ],
    };

    private static IEnumerable<string> Categories(PersonalDataMap map) =>
        CoverageReport.Of(map).Findings.Where(finding => finding.Kind is CoverageGap.CategoryWithoutPlace).Select(finding => finding.Place);

    private static PropertyDescription Property(string name) => new() { Path = Path(name), Type = typeof(string), DeclaredBy = "" };
}
