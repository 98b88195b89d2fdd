using Microsoft.Extensions.DependencyInjection;

namespace GdprKit.Hosting;

/// <summary>Work that does what a test says.</summary>
internal sealed class FakeWork : IWork
{
    private int _rounds;

    public string Name => "test";

    public int Rounds => _rounds;

    public WakeUpCall WakeUp { get; } = new();

    /// <summary>What a round does, given how many there were before it.</summary>
    public Func<int, WorkRound> Round { get; set; } = _ => WorkRound.Nothing;

    public Task<WorkRound> DoAsync(IServiceScopeFactory scopes, CancellationToken cancellationToken) => Task.FromResult(Round(Interlocked.Increment(ref _rounds) - 1));
}
