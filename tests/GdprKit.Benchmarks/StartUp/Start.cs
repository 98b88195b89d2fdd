using System.Diagnostics;
using System.Runtime;

namespace GdprKit.Benchmarks.StartUp;

/// <summary>What a start took, in milliseconds.</summary>
/// <param name="Wall">By the clock on the wall; on a machine that does other work as well it says little.</param>
/// <param name="Processor">What the processor worked for it, on all cores.</param>
/// <param name="Compiling">What the runtime took to compile code that it runs for the first time; part of both others.</param>
/// <param name="Methods">How many methods that were.</param>
internal sealed record Start(double Wall, double Processor, double Compiling, double Methods)
{
    public static Start Since(long timestamp)
    {
        using var process = Process.GetCurrentProcess();
        return new Start(
            Stopwatch.GetElapsedTime(timestamp).TotalMilliseconds, process.TotalProcessorTime.TotalMilliseconds, JitInfo.GetCompilationTime().TotalMilliseconds, JitInfo.GetCompiledMethodCount());
    }
}
