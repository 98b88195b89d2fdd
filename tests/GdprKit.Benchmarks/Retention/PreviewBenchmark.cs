using GdprKit.Benchmarks.Databases;
using GdprKit.Benchmarks.Measuring;
using GdprKit.Mapping;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using NodaTime.Testing;

namespace GdprKit.Benchmarks.Retention;

/// <summary>Counting what is due: each statement alone, and the whole preview.</summary>
internal static class PreviewBenchmark
{
    private const double Asked = 0.9;

    private static readonly LocalDate Today = new(2026, 7, 1);

    public static async Task<bool> RunAsync(IEnumerable<string> databases, int customers, Rounds rounds, bool explain, CancellationToken cancellationToken)
    {
        var isRight = true;
        foreach (var kind in databases)
        {
            await using var database = await BenchmarkDatabase.CreateAsync(kind, cancellationToken);
            await using var services = Services(database);
            await FillAsync(services, database, customers, cancellationToken);
            await Report.HeadAsync($"Preview on {database.Name}, {customers:N0} customers");
            List<Contest> contests = [.. Contests(services, new HandWritten(database), database)];
            foreach (var contest in contests)
            {
                var outcome = await rounds.RunAsync(contest, token => database.BeforeEach is { } statement ? database.ExecuteAsync(statement, token) : Task.CompletedTask, cancellationToken);
                isRight &= outcome.IsRight;
                await Report.AddAsync(outcome);
            }

            var (byHand, withGdprKit) = (await MemoryMaximum.OfAsync(() => contests[^1].ByHand(cancellationToken)), await MemoryMaximum.OfAsync(() => contests[^1].GdprKit(cancellationToken)));
            await Console.Out.WriteLineAsync($"\nMemory at most, of the whole preview: {withGdprKit}; by hand: {byHand}.");
            foreach (var contest in explain ? contests : [])
            {
                await Plans.ShowAsync(database, contest, cancellationToken);
            }
        }

        return isRight;
    }

    private static ServiceProvider Services(BenchmarkDatabase database) => new ServiceCollection()
        .AddDbContext<ShopContext>(database.Use)
        .AddSingleton<IClock>(new FakeClock(Today.AtMidnight().InUtc().PlusHours(10).ToInstant()))
        .AddGdprKit(gdpr => gdpr
            .UseRegister(Shop.Register())
            .AddMap<Shop.CustomerMap>()
            .AddMap<Shop.InvoiceMap>()
            .UseEntityFrameworkCore<ShopContext>())
        .BuildServiceProvider();

    private static async Task FillAsync(IServiceProvider services, BenchmarkDatabase database, int customers, CancellationToken cancellationToken)
    {
        await using (var scope = services.CreateAsyncScope())
        {
            await scope.ServiceProvider.GetRequiredService<ShopContext>().Database.EnsureCreatedAsync(cancellationToken);
        }

        // Sixteen years of days; multiplying by a prime scatters them. Every third customer bought nothing, others once or several times.
        await database.ExecuteAsync(
            $"""INSERT INTO "Customers" ("Id", "Name", "Email", "Phone", "SignedUp") SELECT n, 'name ' || n, 'mail' || n || '@customer.example', '+31 ' || n, {database.DayAfter("(n * 7919) % 5800")} FROM {string.Format(null, database.Numbers, customers)}""",
            cancellationToken);
        await database.ExecuteAsync(
            $"""INSERT INTO "Invoices" ("Id", "CustomerId", "Date", "BillingAddress") SELECT n, 1 + ((n * 3) % {customers}), {database.DayAfter("(n * 104729) % 6000")}, 'street ' || n FROM {string.Format(null, database.Numbers, customers)}""",
            cancellationToken);
        await database.ExecuteAsync(database.AfterFilling, cancellationToken);
    }

    private static IEnumerable<Contest> Contests(IServiceProvider services, HandWritten hand, BenchmarkDatabase database)
    {
        var store = services.GetRequiredService<IPersonalDataStore>();
        var retention = services.GetRequiredService<DataRetention>();
        var rows = retention.On(Today);
        var customers = retention.Plan.Entities.Single(entity => entity.Entity.Description.Type == typeof(Customer));
        var invoices = retention.Plan.Entities.Single(entity => entity.Entity.Description.Type == typeof(Invoice));

        yield return Due("due: address of invoices", invoices, "BillingAddress", hand.AddressDue);
        yield return Due("due: phone number", customers, "Phone", hand.PhoneDue);
        yield return Due("due: e-mail address", customers, "Email", hand.EmailDue);
        yield return Due("due: name", customers, "Name", hand.NameDue);
        // Whatever was remembered of the dates may have changed.
        const string Change = """UPDATE "Customers" SET "Phone" = '+31 0' || "Id" WHERE "Id" = 1""";
        yield return Changed(Due("due: phone number, after a change", customers, "Phone", hand.PhoneDue));
        yield return Changed(new Contest("the whole preview, after a change", Asked, async token => Written(await retention.PreviewAsync(token)), token => AllAsync(hand, database, token)));
        yield return new Contest("the whole preview", Asked, async token => Written(await retention.PreviewAsync(token)), token => AllAsync(hand, database, token));

        Contest Changed(Contest contest) => contest with { GdprKit = token => ChangedAsync(contest.GdprKit, token), ByHand = token => ChangedAsync(contest.ByHand, token) };

        async Task<string> ChangedAsync(Func<CancellationToken, Task<string>> work, CancellationToken token)
        {
            await database.ExecuteAsync(Change, token);
            return await work(token);
        }

        Contest Due(string name, PlannedEntity entity, string field, string statement)
        {
            var due = rows.Due(entity, entity.Groups.Single(group => group.Fields.Any(planned => planned.ToString() == field)));
            return new Contest(
                name, Asked,
                async token => Written(await store.CountAsync(entity.Entity, due, [], token)),
                async token => Written(await database.CountAsync(statement, token)));
        }
    }

    private static string Written(RetentionPreview preview) => string.Join(" / ", preview.Entities.Select(entity => string.Join(", ", (string[])
    [
        $"{entity.Rows} rows, {entity.RowsToGo} to go",
        .. entity.Groups.OrderBy(group => group.Fields[0]).Select(group => $"{group.Fields[0]} {group.Due} ({Written(group.DueByYear.Select(year => year.Rows))}), {Written(group.Activities.Select(need => need.Rows))}"),
    ])));

    private static string Written(IEnumerable<long> numbers) => string.Join(' ', numbers);

    // One statement for each number, and one for the numbers of the years.
    private static async Task<string> AllAsync(HandWritten hand, BenchmarkDatabase database, CancellationToken cancellationToken)
    {
        return $"{await One(hand.InvoiceRows)} rows, {await One(hand.AddressDue)} to go, "
            + $"BillingAddress {await One(hand.AddressDue)} ({await One(hand.AddressByYear)}), {await One(hand.AddressNeeded)} / "
            + $"{await One(hand.CustomerRows)} rows, {await One(hand.NameDue)} to go, "
            + $"Email {await One(hand.EmailDue)} ({await One(hand.EmailByYear)}), {await One(hand.NeededByClaims)} {await One(hand.NeededByOrders)}, "
            + $"Name {await One(hand.NameDue)} ({await One(hand.NameByYear)}), {await One(hand.NeededByClaims)} {await One(hand.NeededByInvoicing)} {await One(hand.NeededByOrders)}, "
            + $"Phone {await One(hand.PhoneDue)} ({await One(hand.PhoneByYear)}), {await One(hand.NeededByOrders)}";

        async Task<string> One(string statement) => Written(await database.CountAsync(statement, cancellationToken));
    }
}
