using Microsoft.Extensions.DependencyInjection;

namespace GdprKit.Hosting;

/// <summary>Something that is done again and again for as long as the host runs, a round at a time.</summary>
internal interface IWork
{
    /// <summary>What it is called in logs and metrics.</summary>
    string Name { get; }

    /// <summary>Calls it before its time, when there is something to do.</summary>
    WakeUpCall WakeUp { get; }

    /// <summary>Does what can be done now.</summary>
    /// <param name="scopes">A round takes scopes of its own, because what a failed unit of work holds must not be met again.</param>
    /// <param name="cancellationToken">Ends the work; the next round goes on there.</param>
    Task<WorkRound> DoAsync(IServiceScopeFactory scopes, CancellationToken cancellationToken);
}
