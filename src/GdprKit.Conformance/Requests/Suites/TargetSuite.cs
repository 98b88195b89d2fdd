using Xunit;

namespace GdprKit.Conformance;

/// <summary>What is there of a person goes, and of nobody else; what is said is so.</summary>
/// <typeparam name="TFixture">The fixture of the adapter.</typeparam>
public abstract class TargetSuite<TFixture>(TFixture fixture) : ErasureTargetSuite<TFixture>(fixture)
    where TFixture : ErasureTargetFixture
{
    /// <summary>Everything of the person goes, and is counted.</summary>
    [Fact]
    public async Task Erases_everything_of_the_person()
    {
        var person = One("a");
        await AddAsync(person, things: 3);

        var answer = await EraseAsync(person);

        Promise.IsEqual<ErasureAnswer>(new ErasureAnswer.Erased(3), answer, "It answers how many things were removed.", "EraseAsync of somebody of whom three things are there");
        Promise.IsEqual("0", await LeftAsync(person), "Nothing of the person is left.", "what is there afterwards");
    }

    /// <summary>Nothing goes of anybody else: of another kind, of a key in other letters, or of one that begins alike.</summary>
    [Fact]
    public async Task Erases_nothing_of_anybody_else()
    {
        var person = One("a");
        SubjectId[] others = [One("A"), One("ab"), One("b"), One("a", DomainKeys.Staff)];
        await AddAsync(person);
        foreach (var other in others)
        {
            await AddAsync(other);
        }

        await EraseAsync(person);

        Promise.IsEqual("1, 1, 1, 1", await LeftAsync(others), "Of nobody else anything goes.", "what is there of people whose keys are alike, and of one of another kind");
    }

    /// <summary>Erasing what is not there is no fault, also the second time.</summary>
    [Fact]
    public async Task Erasing_what_is_not_there_is_no_fault()
    {
        var person = One("a");
        await AddAsync(person);
        await EraseAsync(person);

        var again = await EraseAsync(person);
        var unknown = await EraseAsync(One("nobody"));

        Promise.IsEqual<ErasureAnswer>(new ErasureAnswer.Erased(0), again, "It is asked again when an answer was lost.", "EraseAsync of somebody who was erased");
        Promise.IsEqual<ErasureAnswer>(new ErasureAnswer.Erased(0), unknown, "Of somebody unknown nothing is there.", "EraseAsync of somebody who never was there");
    }

    /// <summary>The key stays the same, in every instance.</summary>
    [Fact]
    public async Task Keeps_its_key()
    {
        var (first, second) = ((await Fixture.OpenAsync(Token)).Key, (await Fixture.OpenAsync(Token)).Key);

        Promise.Holds(!first.IsDefault && first == second, "It stays the same, so that the ledger knows whose answer it has.", "Key, of two instances", "one key", $"'{first}' and '{second}'");
    }

    /// <summary>While it cannot be reached it throws, and gives no answer that is not so; afterwards it erases.</summary>
    [Fact]
    public async Task Gives_no_answer_while_it_cannot_be_reached()
    {
        var person = One("a");
        await AddAsync(person);
        await Fixture.SwitchAsync(isReachable: false, Token);
        Exception fault;
        try
        {
            fault = await Promise.ThrowsAsync<Exception>(async () => await EraseAsync(person), "Where it cannot tell, it throws.", "EraseAsync while the place cannot be reached");
        }
        finally
        {
            await Fixture.SwitchAsync(isReachable: true, Token);
        }

        Promise.Holds(fault is not OperationCanceledException, "Nobody cancelled it.", "EraseAsync while the place cannot be reached", "another exception", fault.GetType().Name);
        Promise.IsEqual<ErasureAnswer>(new ErasureAnswer.Erased(1), await EraseAsync(person), "It is asked again later.", "EraseAsync when the place can be reached again");
        Promise.IsEqual("0", await LeftAsync(person), "Nothing of the person is left.", "what is there afterwards");
    }

    /// <summary>Who is cancelled stops with the exception that says so.</summary>
    [Fact]
    public async Task Stops_erasing_when_cancelled()
    {
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();
        var person = One("a");
        await AddAsync(person);

        await Promise.ThrowsAsync<OperationCanceledException>(async () => await EraseAsync(person, cancelled.Token), "Whoever is cancelled stops.", "EraseAsync");
        Promise.IsEqual("1", await LeftAsync(person), "What is cancelled before it begins does nothing.", "what is there afterwards");
    }
}
