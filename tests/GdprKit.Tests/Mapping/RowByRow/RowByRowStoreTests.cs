namespace GdprKit.Mapping;

/// <summary>What the conformance suites cannot ask: how values are read, and a description that tells too much.</summary>
public sealed class RowByRowStoreTests
{
    private static readonly Parcel Sent = new()
    {
        Id = 1,
        Sender = { Name = "Ann" },
        Boxes = { new Box { Items = { new Item { Text = "tea" }, new Item { Text = "coffee" } } }, new Box(), new Box { Items = { new Item { Text = null } } } },
    };

    [Fact]
    public async Task A_property_of_every_item_is_one_list_also_through_collections_in_collections()
    {
        var values = await ExportAsync("Boxes.Items.Text", "Sender.Name", "Tags", "Lost.Name", "Returned.Text");

        values["Boxes.Items.Text"].Should().Be(ValueList.Create<object?>(["tea", "coffee", null]));
        values["Sender.Name"].Should().Be("Ann");
        values["Tags"].Should().BeSameAs(Sent.Tags, "it is one value of the application");
        values["Lost.Name"].Should().BeNull();
        values["Returned.Text"].Should().Be(ValueList.Create<object?>([]), "a collection that is not there holds nothing");
    }

    [Fact]
    public async Task A_description_that_tells_what_the_class_has_not_is_refused()
    {
        var exporting = () => ExportAsync("Weight");

        await exporting.Should().ThrowAsync<InvalidOperationException>().WithMessage(
            "GDPR3010: Parcel has no property 'Weight', which its description tells. Describe what the class has, or override how values are read.");
    }

    [Fact]
    public void A_store_knows_the_family_of_an_entity_and_refuses_a_stranger()
    {
        static EntityDescription Entity(string name, string? parent, bool isAbstract = false) => new() { Name = name, Type = typeof(Parcel), Base = parent, IsAbstract = isAbstract };
        var store = new StoreDescription("depot", [Entity("a", null, isAbstract: true), Entity("b", "a"), Entity("c", "b"), Entity("d", null)]);

        store.Family("a").Select(entity => entity.Name).Should().Equal("b", "c");
        store.Family("b").Select(entity => entity.Name).Should().Equal("b", "c");
        store.Entity("d").Name.Should().Be("d");
        var asking = () => store.Entity("e");
        asking.Should().Throw<InvalidOperationException>().WithMessage("GDPR3001: depot does not store 'e'.*");
    }

    private static async Task<Dictionary<string, object?>> ExportAsync(params string[] paths)
    {
        var kind = Key<SubjectKind>.Parse("customers");
        var owner = new OwnerPath { Kind = kind, Key = [PropertyPath.Parse("Id")] };
        var properties = paths.Select(path => new PropertyDescription { Path = PropertyPath.Parse(path), Type = typeof(string), DeclaredBy = "parcel" }).ToValueList();
        var entity = new StoreEntity
        {
            Description = new EntityDescription { Name = "parcel", Type = typeof(Parcel), Properties = properties },
            Owners = [owner],
            Fields = properties.Select(property => new StoreField(property, Key<DataCategory>.Parse("name"), [owner])).ToValueList(),
            Events = [],
            Roles = [],
            NotPersonal = [],
        };
        var store = new Depot(new StoreDescription("depot", [entity.Description]));
        var records = await store.ExportAsync(entity, SubjectId.Of(kind, 1), TestContext.Current.CancellationToken).ToListAsync(TestContext.Current.CancellationToken);
        return records.Single().Values.ToDictionary(value => value.Property.ToString(), value => value.Value);
    }

    private sealed class Depot(StoreDescription description) : RowByRowStore
    {
        public override StoreDescription Describe(CancellationToken cancellationToken) => description;

        protected override IAsyncEnumerable<object> ReadRowsAsync(EntityDescription entity, CancellationToken cancellationToken) => new object[] { Sent }.ToAsyncEnumerable();
    }

    private sealed class Parcel
    {
        public int Id { get; set; }

        public Addressee Sender { get; } = new();

        public Addressee? Lost { get; set; }

        public List<Box> Boxes { get; } = [];

        public List<Item>? Returned { get; set; }

        public string[] Tags { get; } = ["fragile"];
    }

    private sealed class Addressee
    {
        public string Name { get; set; } = "";
    }

    private sealed class Box
    {
        public List<Item> Items { get; } = [];
    }

    private sealed class Item
    {
        public string? Text { get; set; }
    }
}
