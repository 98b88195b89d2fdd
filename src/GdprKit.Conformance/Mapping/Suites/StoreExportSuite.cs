using GdprKit.Mapping;
using Xunit;
using static GdprKit.Conformance.SmallWorld;

namespace GdprKit.Conformance;

/// <summary>What a person gets to see.</summary>
/// <typeparam name="TFixture">The fixture of the adapter.</typeparam>
public abstract class StoreExportSuite<TFixture> : PersonalDataStoreSuite<TFixture>
    where TFixture : PersonalDataStoreFixture
{
    /// <summary>Tests the store of a fixture.</summary>
    /// <param name="fixture">The fixture.</param>
    protected StoreExportSuite(TFixture fixture)
        : base(fixture)
    {
    }

    /// <summary>In a row with two people, a person never sees the fields of the other.</summary>
    [Fact]
    public async Task Exports_no_field_of_somebody_else()
    {
        const string Sentence = "A row with two people gives each the fields about them and those about both; who is both sees all.";
        await ExpectExportAsync<Message>(["RecipientName='Bob', Text='hello'", "SenderName='Bob', Text='to nobody'"], Bob, Sentence);
        await ExpectExportAsync<Message>(
            ["SenderName='Ann', Text='hello'", "RecipientName='Ann herself', SenderName='Ann', Text='a note'"], Ann, Sentence);
        await ExpectExportAsync<Session>(["Origin='work'"], SubjectId.Of(DomainKeys.Staff, 1, 2), Sentence);
        await ExpectExportAsync<Session>([], SubjectId.Of(DomainKeys.People, 1, 2), Sentence);
    }

    /// <summary>What no map classifies stays where it is; what is classified comes, also when it is empty.</summary>
    [Fact]
    public async Task Exports_only_what_is_classified()
    {
        const string Sentence = "Exported are the fields that a map classifies, in the order of StoreEntity.Fields, the empty ones too, and nothing else.";
        await ExpectExportAsync<Person>(
            ["Email='ann@example.nl', Home.City='Utrecht', Home.Street='Dorpsstraat 1', Name='Ann de Wit'"], Ann, Sentence);
        await ExpectExportAsync<Person>(["Email=nothing, Home.City=nothing, Home.Street=nothing, Name='Bob'"], Bob, Sentence);
        await ExpectExportAsync<Order>(["Note='a gift'", "Note=nothing"], Ann, Sentence);
    }

    /// <summary>Every row of the person comes once, by whichever way it is theirs, with its key and the category of each field.</summary>
    [Fact]
    public async Task Exports_every_row_once()
    {
        const string Sentence = "Every row of the person comes once, with its entity, its key and the category of every field.";
        Promise.AreEqual(
            ["1, 1: remarks", "1, 2: remarks", "2, 1: remarks"],
            (await ExportAsync<OrderLine>(Ann)).Select(Written),
            Sentence,
            $"ExportAsync of OrderLine for {ConditionWords.Of(Ann)}: keys and categories");
        Promise.AreEqual(
            ["'ann': contact, contact, contact, name"],
            (await ExportAsync<Person>(Ann)).Select(Written),
            Sentence,
            $"ExportAsync of Person for {ConditionWords.Of(Ann)}: keys and categories");
        await ExpectExportAsync<Household>(["Remark='key with the neighbours'"], Ann, Sentence);
        Promise.IsEqual(
            Entity<Household>().Description.Name,
            string.Join(", ", (await ExportAsync<Household>(Bob)).Select(record => record.Entity)),
            Sentence,
            $"ExportAsync of Household for {ConditionWords.Of(Bob)}: the names of the entities");
    }

    /// <summary>A row of a derived entity comes with that entity, and with all its fields.</summary>
    [Fact]
    public async Task Exports_a_row_of_a_derived_entity_there()
    {
        const string Sentence = "A row of a derived entity is exported with that entity, inherited fields included.";
        await ExpectExportAsync<Member>(["Email=nothing, Home.City=nothing, Home.Street=nothing, Honour='founder', Name='Mia'"], Mia, Sentence);
        await ExpectExportAsync<Person>([], Mia, Sentence);
    }

    /// <summary>Of a collection that a row owns, every item comes.</summary>
    [Fact]
    public async Task Exports_every_item_of_a_collection()
    {
        const string Sentence = "Of a collection comes the list of its values, in the order of the store; of none an empty list.";
        var numbers = (await ExportAsync<AddressBook>(Ann)).SelectMany(record => record.Values)
            .SelectMany(value => value.Value is ValueList<object?> several ? several.Select(ConditionWords.Of) : [$"no list: {ConditionWords.Of(value.Value)}"]);
        Promise.AreEqual(["'0100'", "'0200'"], numbers, Sentence, $"ExportAsync of AddressBook for {ConditionWords.Of(Ann)}: the items of the ValueList");
        await ExpectExportAsync<AddressBook>(["Phones.Number=[]"], Bob, Sentence);
    }

    private static string Written(StoredRecord record) =>
        $"{string.Join(", ", record.Key.Select(ConditionWords.Of))}: {string.Join(", ", record.Values.Select(value => value.Category))}";
}
