using Xunit;

namespace GdprKit.Conformance;

/// <summary>The suites that measure the whole process run when nothing else does.</summary>
[CollectionDefinition(DisableParallelization = true)]
public sealed class OneAtATime;
