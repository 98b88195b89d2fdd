using System.Runtime.CompilerServices;
using GdprKit.Subjects;
using NodaTime;
using Xunit;

namespace GdprKit.Conformance;

/// <summary>
/// What every suite of <see cref="ISubjectSource"/> has in common. Derive each suite once per fixture:
/// <c>public sealed class SubjectLinkingTests(MyFixture fixture) : SubjectLinkingSuite&lt;MyFixture&gt;(fixture);</c>
/// </summary>
/// <typeparam name="TFixture">The fixture of the adapter.</typeparam>
public abstract class SubjectSourceSuite<TFixture> : IClassFixture<TFixture>, IAsyncLifetime
    where TFixture : SubjectSourceFixture
{
    // A source that never ends would be asked for ever.
    private const int MostRanges = 10_000;

    private static int _branches;

    private protected SubjectSourceSuite(TFixture fixture) => Fixture = fixture;

    private protected TFixture Fixture { get; }

    private protected static CancellationToken Token => TestContext.Current.CancellationToken;

    private protected static Instant Now => LedgerSamples.At(0);

    private protected static Instant Later => LedgerSamples.At(60);

    /// <summary>What the codes of this test begin with.</summary>
    private protected string Prefix { get; } = $"{Guid.NewGuid():N}-";

    /// <summary>The branch of the accounts of this test.</summary>
    private protected int Branch { get; } = Interlocked.Increment(ref _branches);

    /// <summary>Links whoever an earlier test left, so that this one counts its own people.</summary>
    public async ValueTask InitializeAsync() => await LinkAllAsync(1_000, Now);

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    private protected Person Person(string code, bool isHidden = false) => new() { Code = Prefix + code, Name = code, IsHidden = isHidden };

    private protected Account Account(long number, AccountRole role) => new() { Branch = Branch, Number = number, Role = role, Login = $"{Prefix}{number}" };

    private protected static SubjectId Of(Person person) => SubjectId.Of(DomainKeys.People, person.Code);

    private protected static SubjectId Of(Key<SubjectKind> kind, Account account) => SubjectId.Of(kind, account.Branch, account.Number);

    private protected ValueTask AddAsync(params object[] rows) => Fixture.AddAsync(rows, Token);

    /// <summary>Links range after range, each in a session of its own, and adds up what came of them.</summary>
    private protected async Task<LinkedRange> LinkAllAsync(int limit, Instant now, ValueList<byte> from = default, Func<int, Task>? between = null, [CallerMemberName] string name = "")
    {
        var (linked, unlinkable, number) = (0L, 0L, 0);
        for (ValueList<byte>? position = from; position is { } next; number++)
        {
            Promise.Holds(number < MostRanges, "Range after range comes to an end.", $"LinkNextAsync with a limit of {limit}, again and again", "a range without a next one", $"{MostRanges} ranges with one", name);
            var range = await LinkNextAsync(next, limit, now);
            (linked, unlinkable, position) = (linked + range.Linked, unlinkable + range.Unlinkable, range.Next);
            if (between is not null)
            {
                await between(number);
            }
        }

        return new LinkedRange(linked, unlinkable, Next: null);
    }

    private protected async Task<LinkedRange> LinkNextAsync(ValueList<byte> position, int limit, Instant now)
    {
        await using var session = await Fixture.OpenAsync(Token);
        return await session.Source.LinkNextAsync(position, limit, now, Token);
    }

    private protected async Task<ValueList<SubjectLink>> FindAsync(params IEnumerable<SubjectId> people)
    {
        await using var session = await Fixture.OpenAsync(Token);
        return (await session.Subjects.FindBySubjectAsync(people.ToValueList(), Token)).OrderBy(Word, StringComparer.Ordinal).ToValueList();
    }

    /// <summary>Looks people up and fails unless each of them has a ref, and one of their own.</summary>
    private protected async Task<ValueList<SubjectLink>> ExpectLinkedAsync(IEnumerable<SubjectId> people, string sentence, string asked, [CallerMemberName] string name = "")
    {
        SubjectId[] all = [.. people];
        var links = await FindAsync(all);
        Promise.AreEqual(all.Select(Words), links.Select(link => Words(link.Subject)), sentence, $"FindBySubjectAsync after {asked}", name);
        Promise.IsEqual(all.Length, links.Select(link => link.Ref).Where(subject => !subject.IsNone).Distinct().Count(), sentence, $"FindBySubjectAsync after {asked}: how many refs", name);
        return links;
    }

    // Nobody: the people of the suites can be told.
    private protected string Words(SubjectId subject) => $"{subject.Kind} {string.Join(", ", subject.Key).Replace(Prefix, "", StringComparison.Ordinal)}";

    private static string Word(SubjectLink link) => $"{link.Subject.Kind}{string.Join('\u001f', link.Subject.Key)}";
}
