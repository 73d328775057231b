/* LABEL is read by nobody. */
void copy(const float *from, float *to, long n) {
  for (long i = 0; i < n; i++) to[i] = from[i];
}
