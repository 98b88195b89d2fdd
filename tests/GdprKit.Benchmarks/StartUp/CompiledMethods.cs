using System.Diagnostics.Tracing;
using System.Reflection.Emit;

namespace GdprKit.Benchmarks.StartUp;

/// <summary>Counts what the runtime compiles, by the area of the code: the room of GdprKit, or the first two names of another namespace.</summary>
internal sealed class CompiledMethods : EventListener
{
    private const EventKeywords Compiling = (EventKeywords)0x10;

    private const string Last = "TheLastMethodThatCounts";

    private readonly TaskCompletionSource _told = new();
    private readonly Lock _lock = new();
    private readonly Dictionary<string, int> _areas = new(StringComparer.Ordinal);

    /// <summary>How many methods of each area were compiled; waits until the runtime has told of all.</summary>
    public async Task<IReadOnlyDictionary<string, int>> AreasAsync(CancellationToken cancellationToken)
    {
        var last = new DynamicMethod(Last, returnType: null, parameterTypes: null);
        last.GetILGenerator().Emit(OpCodes.Ret);
        last.CreateDelegate<Action>()();
        await _told.Task.WaitAsync(cancellationToken);
        lock (_lock)
        {
            return new Dictionary<string, int>(_areas);
        }
    }

    protected override void OnEventSourceCreated(EventSource eventSource)
    {
        if (eventSource.Name == "Microsoft-Windows-DotNETRuntime")
        {
            EnableEvents(eventSource, EventLevel.Verbose, Compiling);
        }
    }

    protected override void OnEventWritten(EventWrittenEventArgs eventData)
    {
        if (eventData is { EventName: { } name, Payload: [_, _, _, _, _, _, string type, string method, ..] } && name.StartsWith("MethodLoadVerbose", StringComparison.Ordinal))
        {
            if (method == Last)
            {
                _told.TrySetResult();
                return;
            }

            lock (_lock)
            {
                var area = AreaOf(type);
                _areas[area] = _areas.GetValueOrDefault(area) + 1;
            }
        }
    }

    private static string AreaOf(string type) => string.Join('.', type.Split('[', '`', '+')[0].Split('.').SkipLast(1).DefaultIfEmpty("(made while running)").Take(2));
}
