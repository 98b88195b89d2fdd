using GdprKit.Mapping;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace GdprKit.EntityFrameworkCore.Guild;

/// <summary>Attributes as ASP.NET Core Identity and Microsoft.Extensions.Compliance have them, and rows without a class of their own.</summary>
public sealed class GuildTests : IAsyncDisposable
{
    private static readonly SubjectId Ann = SubjectId.Of(ShopKeys.Customers, "ann");

    private readonly SqliteConnection _connection = new("Data Source=:memory:");
    private readonly ServiceProvider _services;
    private readonly EntityFrameworkCoreStore<GuildContext> _store;

    public GuildTests()
    {
        _connection.Open();
        _services = new ServiceCollection().AddDbContext<GuildContext>(options => options.UseSqlite(_connection)).BuildServiceProvider();
        _store = new EntityFrameworkCoreStore<GuildContext>(_services.GetRequiredService<IServiceScopeFactory>());
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void Attributes_of_Identity_and_of_Compliance_say_that_a_property_is_personal()
    {
        var properties = _store.Describe(Token).Entity(typeof(GuildUser).FullName!).Properties;

        properties.Where(property => !property.Marks.IsEmpty).Select(property => $"{property.Path} {string.Join(' ', property.Marks)}").Should().Equal(
            "Email [ProtectedPersonalData]", "EmailConfirmed [PersonalData]", "Id [PersonalData]", "Motto [PersonalData]", "PhoneNumber [ProtectedPersonalData]",
            "PhoneNumberConfirmed [PersonalData]", "Sigil [ProtectedPersonalData]", "TwoFactorEnabled [PersonalData]", "UserName [ProtectedPersonalData]", "Whim [PrivateData]");
        CoverageReport.Of(Map(new NothingDeclared())).Findings.Select(finding => finding.Place).Should().Contain(["GuildUser.Motto", "GuildUser.Sigil", "GuildUser.Whim"])
            .And.NotContain(["GuildUser.Colour", "GuildUser.Shade"]);
    }

    [Fact]
    public void Rows_without_a_class_are_told_by_the_name_of_their_entity()
    {
        CoverageReport.Of(Map(new UserMap(), new FeeMap())).Findings.Where(finding => finding.Kind is CoverageGap.UndeclaredEntity or CoverageGap.UndeclaredProperty)
            .Where(finding => !finding.Place.StartsWith("GuildUser", StringComparison.Ordinal))
            .Select(finding => (finding.Place, finding.Code)).Should().BeEquivalentTo([
                ("CraftGuildUser", ".StoredAs(\"CraftGuildUser\").BelongsTo<GuildUser>(\"MastersId\")"),
                ("Guests.Email", ".StoredAs(\"Guests\").Field(Key<DataCategory>.Parse(\"email-address\"), \"Email\")"),
                ("Parcels", ".StoredAs(\"Parcels\").BelongsTo<GuildUser>(\"UserId\")"),
            ]);
    }

    [Fact]
    public async Task Rows_without_a_class_can_be_mapped_each_for_itself()
    {
        await FillAsync();
        var map = Map(new UserMap(), new FeeMap(), new MasterMap(), new ParcelMap(), new GuestMap());

        (await TheirsAsync(map, "CraftGuildUser", Ann)).Should().Be(2);
        (await TheirsAsync(map, GuildContext.Parcels, Ann)).Should().Be(1);
        (await TheirsAsync(map, GuildContext.Guests, SubjectId.Of(ShopKeys.Customers, 7))).Should().Be(1);
        (await TheirsAsync(map, GuildContext.Guests, Ann)).Should().Be(0);
        var exported = await _store.ExportAsync(Entity(map, GuildContext.Guests), SubjectId.Of(ShopKeys.Customers, 7), Token).SingleAsync(Token);
        exported.Values.Should().Equal(new StoredValue(PropertyPath.Parse("Email"), ShopKeys.EmailAddress, "guest@example.nl"));
    }

    [Fact]
    public async Task Rows_of_an_abstract_entity_are_found_in_the_table_of_each_that_is_derived()
    {
        await FillAsync();
        var map = Map(new UserMap(), new FeeMap());

        (await TheirsAsync(map, typeof(EntryFee).FullName!, Ann)).Should().Be(1);
        (await TheirsAsync(map, typeof(YearlyFee).FullName!, Ann)).Should().Be(2);
        map.Stores.Single().Entities.Select(entity => entity.ToString()).Should().NotContain("Fee");
    }

    [Fact]
    public async Task A_table_without_a_key_is_read_counted_and_never_written()
    {
        await FillAsync();
        var map = Map(new UserMap(), new FeeMap(), new GateMap());
        var gate = Entity(map, typeof(GateEntry).FullName!);

        gate.Description.Should().Match<EntityDescription>(entity => entity.IsReadOnly && entity.Key.IsEmpty);
        (await TheirsAsync(map, gate.Description.Name, Ann)).Should().Be(2);
        (await _store.ReadAsync(gate, new RowRequest(), Token).CountAsync(Token)).Should().Be(2);
    }

    [Fact]
    public void Two_maps_of_one_entity_without_a_class_are_a_fault_and_so_is_one_of_none()
    {
        var mapping = () => Map(new UserMap(), new ParcelMap(), new ParcelMap(), new LostMap());

        mapping.Should().Throw<InvalidPersonalDataMapException>().Which.Faults.Select(fault => fault.ToString()).Should().Contain([
            "GDPR4012: Parcels has two maps. Make one of them.",
            "GDPR4025: Lost has a map, but GuildContext does not store it. Remove the map. What another entity owns is mapped there: x => x.Address.City.",
        ]);
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await _connection.DisposeAsync();
    }

    private static StoreEntity Entity(PersonalDataMap map, string name) => map.Stores.Single().Entities.Single(entity => entity.Description.Name == name);

    private PersonalDataMap Map(params IPersonalDataMap[] maps) => PersonalDataMap.Create(TestRegisters.Shop(), maps, [_store.Describe(Token)]);

    private async Task<long> TheirsAsync(PersonalDataMap map, string name, SubjectId person) =>
        (await _store.CountAsync(Entity(map, name), new RowCondition.BelongsTo(person), [], Token))[0];

    private async Task FillAsync()
    {
        await using var scope = _services.CreateAsyncScope();
        var guild = scope.ServiceProvider.GetRequiredService<GuildContext>();
        await guild.Database.EnsureCreatedAsync(Token);
        var (ann, bob) = (new GuildUser { Id = "ann" }, new GuildUser { Id = "bob" });
        guild.AddRange(new Craft { Title = "glass", Masters = { ann, bob } }, new Craft { Title = "bells", Masters = { ann } });
        guild.AddRange(new EntryFee { Id = 1, UserId = "ann" }, new YearlyFee { Id = 2, UserId = "ann" }, new YearlyFee { Id = 3, UserId = "ann" }, new YearlyFee { Id = 4, UserId = "bob" });
        guild.Set<Dictionary<string, object>>(GuildContext.Guests).Add(new() { ["Id"] = 7, ["Email"] = "guest@example.nl" });
        guild.Set<Dictionary<string, object>>(GuildContext.Parcels).Add(new() { ["Id"] = 7, ["UserId"] = "ann" });
        await guild.SaveChangesAsync(Token);
        await guild.Database.ExecuteSqlAsync($"INSERT INTO gate (UserId, EnteredOn) VALUES ('ann', '2024-01-01'), ('ann', '2024-01-01')", Token);
    }

    private sealed class NothingDeclared : IPersonalDataMap<Craft>
    {
        public void Configure(PersonalDataMapBuilder<Craft> data) => data.NotPersonal("the name of a craft", c => c.Title);
    }

    private sealed class UserMap : IPersonalDataMap<GuildUser>
    {
        public void Configure(PersonalDataMapBuilder<GuildUser> data) => data.IsSubject(ShopKeys.Customers, u => u.Id);
    }

    private sealed class FeeMap : IPersonalDataMap<Fee>
    {
        public void Configure(PersonalDataMapBuilder<Fee> data) => data.BelongsTo<GuildUser>(f => f.UserId).Field(ShopKeys.Purchases, f => f.Note);
    }

    private sealed class MasterMap : IPersonalDataMap<Dictionary<string, object>>
    {
        public void Configure(PersonalDataMapBuilder<Dictionary<string, object>> data) => data.StoredAs("CraftGuildUser").BelongsTo<GuildUser>("MastersId");
    }

    private sealed class ParcelMap : IPersonalDataMap<Dictionary<string, object>>
    {
        public void Configure(PersonalDataMapBuilder<Dictionary<string, object>> data) => data.StoredAs(GuildContext.Parcels).BelongsTo<GuildUser>("UserId");
    }

    private sealed class GuestMap : IPersonalDataMap<Dictionary<string, object>>
    {
        public void Configure(PersonalDataMapBuilder<Dictionary<string, object>> data) =>
            data.StoredAs(GuildContext.Guests).IsSubject(ShopKeys.Customers, "Id").Field(ShopKeys.EmailAddress, "Email");
    }

    private sealed class LostMap : IPersonalDataMap<Dictionary<string, object>>
    {
        public void Configure(PersonalDataMapBuilder<Dictionary<string, object>> data) => data.StoredAs("Lost").BelongsTo<GuildUser>("UserId");
    }

    private sealed class GateMap : IPersonalDataMap<GateEntry>
    {
        public void Configure(PersonalDataMapBuilder<GateEntry> data) => data.BelongsTo<GuildUser>(g => g.UserId);
    }
}
