using Microsoft.Extensions.Hosting;

namespace GdprKit.Hosting;

/// <summary>A host that has started when a test says so.</summary>
internal sealed class TestLifetime : IHostApplicationLifetime, IDisposable
{
    private readonly CancellationTokenSource _started = new();

    public CancellationToken ApplicationStarted => _started.Token;

    public CancellationToken ApplicationStopping => CancellationToken.None;

    public CancellationToken ApplicationStopped => CancellationToken.None;

    public void Start() => _started.Cancel();

    public void StopApplication() => throw new InvalidOperationException("A worker must not stop the host.");

    public void Dispose() => _started.Dispose();
}
