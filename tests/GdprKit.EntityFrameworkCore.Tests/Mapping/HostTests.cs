using GdprKit.EntityFrameworkCore.Chinook;
using GdprKit.Mapping;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace GdprKit.EntityFrameworkCore.Mapping;

/// <summary>A host with the database of Chinook, which existed before GdprKit.</summary>
public sealed class HostTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_host_counts_and_exports_what_its_maps_declare()
    {
        using var host = Host(Declare);
        await host.StartAsync(Token);
        var store = host.Services.GetRequiredService<IPersonalDataStore>();
        var map = host.Services.GetRequiredService<PersonalDataMap>().Stores.Single();
        var customer = SubjectId.Of(ShopKeys.Customers, 1);

        var counts = new Dictionary<string, (long All, long Theirs)>();
        foreach (var entity in map.Entities)
        {
            counts[entity.ToString()] = await CountAsync(store, entity, new RowCondition.BelongsTo(customer));
        }

        counts.Should().BeEquivalentTo(new Dictionary<string, (long, long)>
        {
            ["Customer"] = (59, 1),
            ["Employee"] = (8, 0),
            ["Invoice"] = (412, 7),
            ["InvoiceLine"] = (2240, 38),
        });
    }

    [Fact]
    public async Task A_map_that_does_not_fit_the_model_stops_the_start_and_tells_everything_at_once()
    {
        using var host = Host(gdpr => Declare(gdpr)
            .AddMap<Artist>(data => data.Field(ShopKeys.Name, "Nickname").BelongsTo<Customer>(a => a.Name)));

        var starting = () => host.StartAsync(Token);

        (await starting.Should().ThrowAsync<OptionsValidationException>()).Which.Failures.Should().BeEquivalentTo(
            "GDPR4027: Artist.Nickname is not stored by ChinookContext. Name a property that is stored; what the class computes from others is not.",
            "GDPR4030: Artist.Name is to hold the key of Customer, which is (Int32), and holds (String). Name the properties that hold that key, in the same order.");
    }

    [Fact]
    public async Task A_map_is_resolved_while_the_database_is_down()
    {
        using var host = Host(Declare, "Data Source=/nowhere/at-all.sqlite;Mode=ReadOnly");
        await host.StartAsync(Token);
        var store = host.Services.GetRequiredService<IPersonalDataStore>();
        var entity = host.Services.GetRequiredService<PersonalDataMap>().Stores.Single().Entities[0];

        var counting = async () => await store.CountAsync(entity, new RowCondition.BelongsTo(SubjectId.Of(ShopKeys.Customers, 1)), [], Token);

        await counting.Should().ThrowAsync<Microsoft.Data.Sqlite.SqliteException>();
    }

    [Fact]
    public void A_map_and_a_context_can_be_added_twice()
    {
        using var host = Host(gdpr => Declare(Declare(gdpr)));

        host.Services.GetRequiredService<PersonalDataMap>().Stores.Single().Entities.Should().HaveCount(4);
    }

    [Fact]
    public async Task An_entity_of_another_store_is_refused()
    {
        using var host = Host(Declare);
        var store = host.Services.GetRequiredService<IPersonalDataStore>();
        var entity = host.Services.GetRequiredService<PersonalDataMap>().Stores.Single().Entities[0];
        var strange = entity with { Description = entity.Description with { Name = "Strange" } };

        var counting = async () => await store.CountAsync(strange, RowCondition.Always, [], Token);

        await counting.Should().ThrowAsync<InvalidOperationException>().WithMessage("GDPR3001: ChinookContext does not store 'Strange'.*");
    }

    private static async Task<(long All, long Theirs)> CountAsync(IPersonalDataStore store, StoreEntity entity, RowCondition theirs)
    {
        var counts = await store.CountAsync(entity, RowCondition.Always, [theirs], Token);
        return (counts[0], counts[1]);
    }

    private static GdprKitBuilder Declare(GdprKitBuilder gdpr) => gdpr
        .UseRegister(TestRegisters.Shop())
        .AddMap<CustomerMap>()
        .AddMap<EmployeeMap>()
        .AddMap<InvoiceMap>()
        .AddMap<InvoiceLineMap>()
        .AddManualStore(new ManualStore
        {
            Key = Key<ManualStore>.Parse("staff-files"),
            Name = LocalizedText.Of("personeelsdossiers", "staff files"),
            People = [ShopKeys.Employees],
            Categories = [ShopKeys.SickLeave, ShopKeys.CitizenNumber],
            Instruction = LocalizedText.Of("Vraag het de leidinggevende.", "Ask the manager."),
        })
        .UseEntityFrameworkCore<ChinookContext>();

    private static IHost Host(Func<GdprKitBuilder, GdprKitBuilder> declare, string? connection = null)
    {
        var builder = Microsoft.Extensions.Hosting.Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddDbContext<ChinookContext>(options => options.UseSqlite(
            connection ?? $"Data Source={Path.Combine(AppContext.BaseDirectory, "Chinook", "Chinook.sqlite")};Mode=ReadOnly"));
        declare(builder.Services.AddGdprKit());
        return builder.Build();
    }
}
