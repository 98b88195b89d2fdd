using GdprKit.Mapping;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using NodaTime.Testing;

namespace GdprKit.EntityFrameworkCore.Columns;

/// <summary>
/// Holds what a database finds by a date to what every row says by itself, as the application reads it: in every range, and in what
/// would go today and what nobody knows.
/// </summary>
/// <typeparam name="T">The type of the date.</typeparam>
internal sealed class ColumnProof<T> : IAsyncDisposable
{
    private static readonly LocalDate Today = new(2026, 7, 1);

    private static readonly Key<DataCategory> Remarks = Key<DataCategory>.Parse("remarks");

    private static readonly ProcessingRegister Register = TestRegisters.Shop(register => register
        .Category(Remarks, "opmerkingen", "remarks")
        .Activity(Key<ProcessingActivity>.Parse("service"), activity => activity
            .Name("Service", "Service")
            .Purpose("Wij helpen je met wat je kocht.", "We help you with what you bought.")
            .OnContract()
            .About(ShopKeys.Customers).Uses(Remarks)
            .Keep(keep => keep.For(Period.FromYears(2)).After(ShopKeys.LastPurchase))));

    private readonly ServiceProvider _services;
    private readonly DataRetention _retention;
    private readonly StoreTime _time;

    /// <param name="use">The database, empty.</param>
    /// <param name="configure">How the date is stored.</param>
    /// <param name="meaning">What it means.</param>
    public ColumnProof(Action<DbContextOptionsBuilder> use, Action<PropertyBuilder<T?>>? configure = null, TimeMeaning meaning = TimeMeaning.Unspecified)
    {
        // The class is the same for every column, and so the model would be.
        var options = new DbContextOptionsBuilder<ColumnContext<T>>().EnableServiceProviderCaching(false);
        use(options);
        _services = new ServiceCollection().AddScoped(_ => new ColumnContext<T>(options.Options, configure ?? (_ => { }))).BuildServiceProvider();
        Store = new EntityFrameworkCoreStore<ColumnContext<T>>(_services.GetRequiredService<IServiceScopeFactory>());
        var map = PersonalDataMap.Create(Register, [new Map(meaning)], [Store.Describe(CancellationToken.None)]);
        Entity = map.Stores.Single().Entities.Single();
        _time = Entity.Events.Single().Time;
        _retention = new DataRetention(map, [Store], new FakeClock(Today.AtMidnight().PlusHours(12).InUtc().ToInstant()));
    }

    public EntityFrameworkCoreStore<ColumnContext<T>> Store { get; }

    public StoreEntity Entity { get; }

    /// <summary>Why the store refuses to find rows by the date; <see langword="null"/> when it does not. No database is asked for it.</summary>
    public string? WhyRefused => Store.WhyUnanswerable(Entity, new RowRequest { Where = Range(new LocalDate(2000, 1, 1), null) });

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private DateTimeZone Zone => _retention.Plan.Register.Controller.TimeZone;

    /// <summary>Puts dates into rows with the keys 1, 2, 3, …, and others as the database itself writes them.</summary>
    /// <param name="dates">The dates of the application.</param>
    /// <param name="written">Dates in words of SQL.</param>
    public async Task PutAsync(IEnumerable<T?> dates, params string[] written)
    {
        await using var context = Open(out var scope);
        using (scope)
        {
            await context.Database.EnsureCreatedAsync(Token);
            var rows = dates.Select((date, i) => new Dated<T> { Id = i + 1, At = date }).ToList();
            context.AddRange(rows);
            await context.SaveChangesAsync(Token);
            for (var i = 0; i < written.Length; i++)
            {
                var statement = $"""INSERT INTO dated ("Id", "Remark", "At") VALUES ({rows.Count + i + 1}, '', {written[i]})""";
                await context.Database.ExecuteSqlRawAsync(statement, Token);
            }
        }
    }

    /// <summary>Puts into the rows what the database itself writes, in place of all that is there.</summary>
    /// <param name="written">Anything, in words of SQL.</param>
    public async Task ReplaceAsync(IEnumerable<string> written)
    {
        await using var context = Open(out var scope);
        using (scope)
        {
            var statement = "DELETE FROM dated; " + string.Concat(written.Select((value, i) => $"""INSERT INTO dated ("Id", "Remark", "At") VALUES ({i + 1}, '', {value});"""));
            await context.Database.ExecuteSqlRawAsync(statement, Token);
        }
    }

    /// <summary>Asks for every range that begins or ends near one of the dates, and for what would go.</summary>
    public async Task CheckAsync() => await CheckAsync(await ReadAsync());

    /// <summary>The same, where the database keeps texts of which some may be no dates: those are later than all others.</summary>
    public async Task CheckTextsAsync() => await CheckAsync(await ReadTextsAsync());

    private async Task CheckAsync(Dictionary<int, object?> rows)
    {
        var ranges = Ranges(DaysOf(rows));

        (await Store.ReadAsync(Entity, new RowRequest { Times = [_time] }, Token).ToDictionaryAsync(row => (int)row.Key[0]!, row => row.Times[0], cancellationToken: Token))
            .Should().BeEquivalentTo(rows);
        foreach (var portion in ranges.Chunk(400))
        {
            var counts = await Store.CountAsync(Entity, RowCondition.Always, portion.SelectMany(range => new RowCondition[] { range, new RowCondition.Opposite(range) }).ToValueList(), Token);
            counts.Skip(1).Chunk(2)
                .Select((pair, i) => (Range: Text(portion[i]), In: pair[0], Out: pair[1], Expected: rows.Values.Count(portion[i].Contains)))
                .Where(count => count.In != count.Expected || count.Out != rows.Count - count.Expected)
                .Take(3).Should().BeEmpty();
        }

        foreach (var range in ranges.Where((_, i) => i % 50 == 0))
        {
            (await Store.CountAsync(Entity, range, [], Token))[0].Should().Be(rows.Values.Count(range.Contains), Text(range));
            (await Store.CountAsync(Entity, new RowCondition.Opposite(range), [], Token))[0].Should().Be(rows.Values.Count(date => !range.Contains(date)), $"not {Text(range)}");
        }

        await CheckPreviewAsync(rows);
    }

    private async Task CheckPreviewAsync(Dictionary<int, object?> rows)
    {
        var days = rows.Values.Select(date => _time.DayOf(date, Zone) is { } day && day > RetentionFacts.NoDay ? day : (LocalDate?)null).ToList();
        var beyond = days.Count(day => day?.Year > 9997);

        var group = (await _retention.PreviewAsync(Token)).Entities.Single().Groups.Single();

        group.Due.Should().Be(days.Count(day => day?.Year <= 9997 && day.Value.PlusYears(2) < Today));
        group.Unresolved.ToDictionary(unresolved => unresolved.Reason, unresolved => unresolved.Rows).Should().BeEquivalentTo(
            new Dictionary<UnresolvedReason, long> { [UnresolvedReason.DateMissing] = days.Count(day => day is null), [UnresolvedReason.BeyondCalendar] = beyond }
                .Where(reason => reason.Value > 0).ToDictionary());
    }

    private async Task<Dictionary<int, object?>> ReadAsync()
    {
        await using var context = Open(out var scope);
        using (scope)
        {
            return await context.Set<Dated<T>>().AsNoTracking().ToDictionaryAsync(row => row.Id, row => (object?)row.At, Token);
        }
    }

    private async Task<Dictionary<int, object?>> ReadTextsAsync()
    {
        await using var context = Open(out var scope);
        using (scope)
        {
            var text = StoredText.Of(context.Model.FindEntityType(typeof(Dated<T>))!.FindProperty(nameof(Dated<>.At))!.GetRelationalTypeMapping(), Dialect.Of(context))!;
            return await context.Set<Dated<T>>().Select(row => new { row.Id, Text = (string?)(object?)row.At })
                .ToDictionaryAsync(row => row.Id, row => row.Text is null ? null : text.Parse(row.Text) ?? Moment.Latest(typeof(T)), Token);
        }
    }

    private List<LocalDate> DaysOf(Dictionary<int, object?> rows) => [.. rows.Values.Select(date => _time.DayOf(date, Zone)).OfType<LocalDate>()];

    private List<RowCondition.Between> Ranges(IReadOnlyCollection<LocalDate> days)
    {
        var (first, last) = (RetentionFacts.NoDay.PlusDays(1), LocalDate.MaxIsoValue.PlusDays(-1));
        var near = days.SelectMany(day => new[] { -1, 0, 1 }.Where(off => (off < 0 ? day > first : day < last) || off == 0).Select(off => day.PlusDays(off)))
            .Select(day => LocalDate.Max(first, LocalDate.Min(last, day))).Append(first).Append(last).Append(Today).Distinct().Order().ToList();
        return [.. from start in near from end in near.Where(end => end > start).Cast<LocalDate?>().Append(null) select Range(start, end)];
    }

    private RowCondition.Between Range(LocalDate from, LocalDate? until) => new(_time, _time.StartOf(from, Zone), until is { } end ? _time.StartOf(end, Zone) : null);

    private static string Text(RowCondition.Between range) => $"from {range.From} until {range.Until ?? "ever"}";

    private ColumnContext<T> Open(out IServiceScope scope)
    {
        scope = _services.CreateScope();
        return scope.ServiceProvider.GetRequiredService<ColumnContext<T>>();
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();

    private sealed class Map(TimeMeaning meaning) : IPersonalDataMap<Dated<T>>
    {
        public void Configure(PersonalDataMapBuilder<Dated<T>> data) => data
            .IsSubject(ShopKeys.Customers, d => d.Id).Field(Remarks, d => d.Remark).Event(ShopKeys.LastPurchase, d => d.At, meaning);
    }
}
