using GdprKit.Conformance;

namespace GdprKit.InMemory;

/// <summary>Some suites measure the memory of the process, so nothing else may run beside them.</summary>
[CollectionDefinition(OneAtATime.Name, DisableParallelization = true)]
public sealed class MeasuredAlone;
