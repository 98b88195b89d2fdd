namespace GdprKit.Mapping.Starter;

/// <summary>A proposal for a store without Entity Framework Core, and what can be done with it.</summary>
public sealed class GdprProposalTests : IDisposable
{
    private readonly string _folder = Path.Combine(Path.GetTempPath(), $"gdprkit-{Guid.NewGuid():N}");

    public void Dispose()
    {
        if (Directory.Exists(_folder))
        {
            Directory.Delete(_folder, recursive: true);
        }
    }

    [Fact]
    public void Any_store_that_can_be_described_gets_one()
    {
        var proposal = GdprProposal.For(ShopStore.Description);

        proposal.Files.Select(file => file.Name).Should().Contain(["BuyerMap.cs", "SaleMap.cs", "SaleLineMap.cs", "WorkerMap.cs", "ShopKeys.cs", "ShopRegister.cs", "ShopGdpr.cs"]);
        proposal.Files.Should().BeInAscendingOrder(file => file.Name, StringComparer.Ordinal);
        proposal.Files.Single(file => file.Name == "SaleMap.cs").Text.Should().Contain("namespace GdprKit.Mapping.Gdpr;").And.Contain(".BelongsTo(s => s.Buyer)");
        proposal.IsEmpty.Should().BeFalse();
    }

    [Fact]
    public void The_order_in_which_a_store_tells_its_entities_does_not_matter()
    {
        var reversed = ShopStore.Description with { Entities = ShopStore.Description.Entities.Reverse().ToValueList() };

        GdprProposal.For(reversed).Files.Should().Equal(GdprProposal.For(ShopStore.Description).Files);
    }

    [Fact]
    public void The_files_are_written_into_a_folder_that_need_not_be_there()
    {
        var proposal = GdprProposal.For(ShopStore.Description);

        var paths = proposal.WriteTo(_folder);

        paths.Select(File.ReadAllText).Should().Equal(proposal.Files.Select(file => file.Text));
        proposal.WriteTo(_folder).Should().Equal(paths, "the same again changes nothing");
    }

    [Fact]
    public void What_somebody_wrote_is_never_overwritten()
    {
        var proposal = GdprProposal.For(ShopStore.Description);
        Directory.CreateDirectory(_folder);
        var last = Path.Combine(_folder, proposal.Files[^1].Name);
        File.WriteAllText(last, "// mine");

        var writing = () => proposal.WriteTo(_folder);

        writing.Should().Throw<IOException>().WithMessage($"GDPR1089: '{last}' is there already and says something else, so nothing was written. Choose an empty folder, and compare the two.");
        Directory.GetFiles(_folder).Should().Equal(last);
        File.ReadAllText(last).Should().Be("// mine");
    }

    [Fact]
    public void A_store_without_people_gives_no_files_and_says_why()
    {
        var proposal = GdprProposal.For(new StoreDescription("Catalogue", []));

        proposal.IsEmpty.Should().BeTrue();
        proposal.Marks.Should().BeEmpty();
        proposal.ToString().Should().Be(
            "GDPR4060: Catalogue seems to hold nothing about people: no class is named after people, and none holds a name, an e-mail address or another word of personal data. "
            + "If it does, mark a property of theirs with [PersonalData], or write a map that calls IsSubject.");
        proposal.WriteTo(_folder).Should().BeEmpty();
        Directory.Exists(_folder).Should().BeFalse();
    }

    [Theory]
    [InlineData("1Crm", null, "GDPR1087: '1Crm' cannot begin the name of a class. Use letters and digits, the first a letter: 'Crm'.*")]
    [InlineData("class", null, "GDPR1087*")]
    [InlineData(null, "Crm..Gdpr", "GDPR1088: 'Crm..Gdpr' is not a namespace. Use names joined by dots: 'Crm.Gdpr'.*")]
    [InlineData(null, "Crm.event", "GDPR1088*")]
    public void A_name_that_C_sharp_cannot_use_is_refused(string? name, string? @namespace, string message)
    {
        var proposing = () => GdprProposal.For(ShopStore.Description, new GdprProposalOptions { Name = name, Namespace = @namespace });

        proposing.Should().Throw<ArgumentException>().WithMessage(message);
    }

    [Theory]
    [InlineData("timestamp with time zone", ", TimeMeaning.Utc)")]
    [InlineData("date", ", TimeMeaning.Date)")]
    [InlineData("timestamp without time zone", ", TimeMeaning.ControllerLocal)")]
    [InlineData(null, ", TimeMeaning.ControllerLocal)")]
    public void What_a_date_means_is_read_from_its_column(string? stored, string meaning)
    {
        var store = Change(nameof(Sale), property => property.Path == ShopStore.Path("SoldAt") ? property with { StoreType = stored } : property);

        GdprProposal.For(store).Files.Single(file => file.Name == "BuyerMap.cs").Text.Should().Contain($"b => b.Sales.Max(s => (DateTime?)s.SoldAt){meaning}");
    }

    [Fact]
    public void Who_cannot_be_seen_to_buy_is_kept_and_not_measured_from_the_sign_up()
    {
        var signUp = new PropertyDescription { Path = ShopStore.Path("CreatedAt"), Type = typeof(DateTimeOffset), DeclaredBy = nameof(Buyer), IsShadow = true };
        var seen = Change(nameof(Buyer), buyer => buyer with { Properties = [.. buyer.Properties, signUp] });
        var unseen = seen with { Entities = seen.Entities.Select(each => each.Name == nameof(Buyer) ? each with { References = [] } : each).ToValueList() };

        Register(seen).Should().Contain(".After(ShopKeys.LastPurchase).Otherwise(ShopKeys.SignUp)");
        Register(unseen).Should().Contain(".After(ShopKeys.EndOfRelationship));").And.NotContain("Otherwise");
        GdprProposal.For(unseen).Marks.Select(mark => mark.Text).Should().Contain("the date of the end of our relationship; Buyer has none. Without it, a customer is kept for good and reported.");
    }

    private static string Register(StoreDescription store) => GdprProposal.For(store).Files.Single(file => file.Name == "ShopRegister.cs").Text;

    private static StoreDescription Change(string entity, Func<EntityDescription, EntityDescription> change) =>
        ShopStore.Description with { Entities = ShopStore.Description.Entities.Select(each => each.Name == entity ? change(each) : each).ToValueList() };

    private static StoreDescription Change(string entity, Func<PropertyDescription, PropertyDescription> change) => ShopStore.Description with
    {
        Entities = ShopStore.Description.Entities
            .Select(each => each.Name == entity ? each with { Properties = each.Properties.Select(change).ToValueList() } : each)
            .ToValueList(),
    };
}
