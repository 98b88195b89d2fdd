using Spectre.Console;

namespace GdprKit.Samples.Crm.Commands;

/// <summary>Moves a bar by what a call of the sender has come to.</summary>
internal sealed class InformProgress(ProgressTask bar) : IProgress<NoticeSendingResult>
{
    private readonly double _before = bar.Value;

    public void Report(NoticeSendingResult value) => bar.Value = _before + value.Sent - value.Reminded + value.Unreachable;
}
