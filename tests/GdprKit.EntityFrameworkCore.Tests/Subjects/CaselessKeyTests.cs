using GdprKit.Ledger;
using GdprKit.Mapping;
using GdprKit.Subjects;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using NodaTime.Testing;

namespace GdprKit.EntityFrameworkCore.Subjects;

/// <summary>To PostgreSQL <c>Ann</c> in a column of the type citext is <c>ann</c>, and to GdprKit she is somebody else.</summary>
public sealed class CaselessKeyTests(PostgreSqlServer server)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [PostgreSqlFact]
    public async Task People_are_linked_and_counted_by_the_letters_of_their_keys()
    {
        string[] codes = ["b", "C", "a", "D", "e", "Zoë", "ann"];
        await using var database = await server.CreateDatabaseAsync(Token);
        var clock = new FakeClock(Instant.FromUtc(2026, 11, 26, 9, 30));
        var collection = new ServiceCollection().AddSingleton<IClock>(clock).AddDbContext<CaselessContext>(options => options.UseNpgsql(database.ConnectionString));
        collection.AddGdprKit(gdpr => gdpr
            .UseRegister(TestRegisters.Shop())
            .AddMap<Reader>(data => data.IsSubject(ShopKeys.Employees, reader => reader.Code))
            .UseEntityFrameworkCore<CaselessContext>());
        await using var services = collection.BuildServiceProvider();
        await using var scope = services.CreateAsyncScope();
        var context = scope.ServiceProvider.GetRequiredService<CaselessContext>();
        await context.Database.EnsureCreatedAsync(Token);
        context.AddRange(codes.Select(code => new Reader { Code = code }));
        await context.SaveChangesAsync(Token);

        var linking = new SubjectLinking(scope.ServiceProvider.GetRequiredService<ILedgerStore>(), scope.ServiceProvider.GetRequiredService<ISubjectSource>(), clock) { RangeSize = 1 };
        (await linking.LinkAllAsync(cancellationToken: Token)).Should().Be(new LinkingResult(IsFinished: true, codes.Length, 0));

        (await context.Set<SubjectLinkRow>().Select(link => link.SubjectKey).ToListAsync(Token)).Should().BeEquivalentTo(codes);
        var store = services.GetRequiredService<IPersonalDataStore>();
        var entity = services.GetRequiredService<PersonalDataMap>().Stores.Single().Entities.Single(each => each.Description.Type == typeof(Reader));
        foreach (var (code, rows) in new[] { ("ann", 1), ("Ann", 0), ("ANN", 0), ("C", 1), ("c", 0) })
        {
            var found = await store.CountAsync(entity, new RowCondition.BelongsTo(SubjectId.Of(ShopKeys.Employees, code)), [], Token);
            found[0].Should().Be(rows, code);
        }
    }
}
