using Microsoft.Extensions.DependencyInjection;

namespace GdprKit.Benchmarks.StartUp;

/// <summary>One of many classes of one shape.</summary>
/// <param name="Type">The class.</param>
/// <param name="AddMap">Adds its map to a host.</param>
internal sealed record RecordType(Type Type, Action<GdprKitBuilder> AddMap);
